/** What stands under one number of a protobuf message: whole numbers as bigint, everything else as bytes. */
type Field = { readonly number: number; readonly value: bigint | Buffer }

const KINDS = { varint: 0, eightBytes: 1, bytes: 2, fourBytes: 5 } as const

/** The fields of a message in their order. Source: protobuf.dev, "Encoding". */
export function readProtobuf(message: Buffer): readonly Field[] {
  const fields: Field[] = []
  let at = 0

  function take(length: number): Buffer {
    if (at + length > message.length) throw new RangeError('the message ends too early')
    at += length
    return message.subarray(at - length, at)
  }

  function takeVarint(): bigint {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(take(1).readUInt8())
      value |= (byte & 0x7fn) << shift
      if (byte < 0x80n) return value
    }
  }

  function takeValue(kind: number): bigint | Buffer {
    if (kind === KINDS.varint) return takeVarint()
    if (kind === KINDS.eightBytes) return take(8)
    if (kind === KINDS.bytes) return take(Number(takeVarint()))
    if (kind === KINDS.fourBytes) return take(4)
    throw new TypeError(`no kind of field: ${kind}`)
  }

  while (at < message.length) {
    const tag = Number(takeVarint())
    fields.push({ number: tag >> 3, value: takeValue(tag & 7) })
  }
  return fields
}

/** The messages, texts or bytes under a number. */
export const bytesAt = (message: Buffer, number: number): readonly Buffer[] =>
  readProtobuf(message).flatMap((field) =>
    field.number === number && Buffer.isBuffer(field.value) ? [field.value] : [],
  )

export const textAt = (message: Buffer, number: number): string =>
  bytesAt(message, number)[0]?.toString() ?? ''

/** 0 where it isn't there, as protobuf has it. */
export function wholeAt(message: Buffer, number: number): number {
  const value = readProtobuf(message).find((field) => field.number === number)?.value
  return typeof value === 'bigint' ? Number(value) : 0
}
