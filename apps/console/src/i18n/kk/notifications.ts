import type { notifications as en } from '../en/notifications.js';
import type { Words } from '../words.js';

export const notifications: Words<typeof en> = {
  notificationsIntro: 'Құжаттарыңызда не өзгерді.',
  notificationsEmpty: 'Жаңалық жоқ.',
};
