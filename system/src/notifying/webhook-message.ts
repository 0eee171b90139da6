import { createHmac } from 'node:crypto';

/** A message as it is sent. */
export interface WebhookMessage {
  /** The same however often it is sent, so that whoever gets it twice knows. */
  readonly id: string;
  readonly body: string;
}

/**
 * The headers by which whoever has the secret knows that a message is ours, and of now.
 *
 * Source: Standard Webhooks, signature scheme v1, https://www.standardwebhooks.com
 */
export function signMessage({ id, body }: WebhookMessage, secret: Buffer, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
