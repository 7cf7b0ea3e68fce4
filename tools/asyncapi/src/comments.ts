/** The words of `proto/` about messages and their fields, from the source info that buf keeps in an image. */
import { fromBinary } from '@bufbuild/protobuf';
import { type DescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { Comments } from './message-schema.js';

/** Numbers of fields in descriptor.proto, of which paths of source info are made. */
const MESSAGES_OF_FILE = 4;
const FIELDS_OF_MESSAGE = 2;
const MESSAGES_OF_MESSAGE = 3;

/** Reads a file descriptor set (a buf image is one). */
export function commentsIn(image: Uint8Array): Comments {
  const comments = new Map<string, string>();
  for (const file of fromBinary(FileDescriptorSetSchema, image).file) {
    const said = new Map(
      (file.sourceCodeInfo?.location ?? []).map(({ path, leadingComments }) => [
        path.join(),
        oneLine(leadingComments),
      ]),
    );
    const keep = (name: string, path: readonly number[]): void => {
      const comment = said.get(path.join());
      if (comment) comments.set(name, comment);
    };
    const visit = (message: DescriptorProto, parent: string, path: readonly number[]): void => {
      const name = `${parent}.${message.name}`;
      keep(name, path);
      message.field.forEach((field, index) =>
        keep(`${name}.${field.name}`, [...path, FIELDS_OF_MESSAGE, index]),
      );
      message.nestedType.forEach((nested, index) =>
        visit(nested, name, [...path, MESSAGES_OF_MESSAGE, index]),
      );
    };
    file.messageType.forEach((message, index) => visit(message, file.package, [MESSAGES_OF_FILE, index]));
  }
  return comments;
}

function oneLine(comment: string): string {
  return comment.replaceAll(/\s+/g, ' ').trim();
}
