/** Words of notifications. */
export const notifications = {
  notificationsIntro: 'What changed in your documents.',
  notificationsEmpty: 'There is nothing new.',
};
