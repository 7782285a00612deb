/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppError;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.io.JsonStringEncoder;

/** Puts payloads, which are JSON already, into frames. */
final class FrameWriter {

    private static final int FRAME_SIZE = 64;

    private FrameWriter() {}

    /** A frame that names an action: CALL or SEND. */
    static byte[] request(int type, String id, String action, byte[] payload) {
        var frame = start(type, id, payload.length);
        writeText(action, frame);
        return finish(frame, payload);
    }

    static byte[] result(String id, byte[] payload) {
        return finish(start(MessageType.CALL_RESULT, id, payload.length), payload);
    }

    static byte[] error(int type, String id, OcppError error) {
        var frame = start(type, id, error.description().length());
        writeText(error.code().wireName(), frame);
        writeText(error.description(), frame);
        return finish(
                frame, Json.write(FRAME_SIZE, json -> OpenShape.write(error.details(), json)));
    }

    private static ByteArrayOutputStream start(int type, String id, int payloadSize) {
        if (!id.equals(FrameException.UNREADABLE_ID) && !FrameReader.isId(id)) {
            throw new IllegalArgumentException("a message id has 1 to 36 characters");
        }
        var frame = new ByteArrayOutputStream(payloadSize + FRAME_SIZE + id.length());
        frame.write('[');
        frame.write('0' + type);
        writeText(id, frame);
        return frame;
    }

    /** Appends a string element. */
    private static void writeText(String text, ByteArrayOutputStream frame) {
        frame.write(',');
        frame.write('"');
        frame.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        frame.write('"');
    }

    /** Appends the last element. */
    private static byte[] finish(ByteArrayOutputStream frame, byte[] payload) {
        frame.write(',');
        frame.writeBytes(payload);
        frame.write(']');
        return frame.toByteArray();
    }
}
