/** Words of signing in. */
export const signIn = {
  signIn: 'Sign in',
  signInIntro: 'Use the access token that your identity provider issued to you.',
  signInToken: 'Access token',
  signInTokenHint: 'It is kept in this browser tab only and forgotten when the tab is closed.',
  signInTokenUnreadable:
    'This is not an access token: paste the whole text, three parts with dots between them.',
  signInDevelopment: 'Development users',
  signInDevelopmentHint: 'Known to everybody; never offered in production.',
  signInAs: 'Sign in as {name}',
  signInEnded: 'Your sign-in has ended. Sign in again to go on.',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  organisation: 'BIN or IIN',
  posts: 'Customs bodies',
};
