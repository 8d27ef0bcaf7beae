/** Errors across the boundary of a worker: same class, name, code and fields on the other side. */
import { CommandRejected } from '../application/errors'
import { ImportRefusedError, LogFormatError } from '../exchange/log-format-error'
import { StorageError } from '../storage/storage-error'
import { InvalidMomentError } from '../time-travel/resolve-moment'
import type { CarriedError } from './tasks/task-protocol'

const CLASSES: Readonly<Record<string, { readonly prototype: Error }>> = {
  CommandRejected,
  ImportRefusedError,
  InvalidMomentError,
  LogFormatError,
  StorageError,
}

export function carryError(error: unknown): CarriedError {
  if (error instanceof DOMException) return { name: error.name, message: error.message, fields: {} }
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} }
  const { stack: _stack, ...fields } = { ...error } as Record<string, unknown>
  return { name: error.name, message: error.message, fields }
}

export function revivedError({ name, message, fields }: CarriedError): Error {
  if (name === 'AbortError') return new DOMException(message, 'AbortError')
  const error = Object.assign(new Error(message), fields, { name })
  const original = CLASSES[name]
  return original ? Object.setPrototypeOf(error, original.prototype) : error
}
