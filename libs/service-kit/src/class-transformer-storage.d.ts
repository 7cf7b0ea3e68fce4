/** Where class-transformer keeps what `@Type` says; the package exports it under this path only. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, propertyName: string): { typeFunction(): unknown } | undefined;
  };
}
