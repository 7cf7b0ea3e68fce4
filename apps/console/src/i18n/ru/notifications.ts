import type { notifications as en } from '../en/notifications.js';
import type { Words } from '../words.js';

export const notifications: Words<typeof en> = {
  notificationsIntro: 'Что изменилось в ваших документах.',
  notificationsEmpty: 'Нового нет.',
};
