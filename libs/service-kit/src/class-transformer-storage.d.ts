/** Where class-transformer keeps what `@Type` says; the package exports it under this path only. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: {
    findTypeMetadata(
      target: unknown,
      propertyName: string,
    ):
      | {
          typeFunction(): unknown;
          readonly options?: {
            readonly discriminator?: {
              readonly property: string;
              readonly subTypes: readonly { readonly name: string; readonly value: unknown }[];
            };
          };
        }
      | undefined;
  };
}
