/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A target for Jazzer (profile {@code fuzz}): whatever bytes arrive, nothing but the library's own
 * exceptions comes out, and what was read can be written and read again.
 */
public final class CodecFuzzer {

    private static final List<OcppCodec> CODECS =
            Arrays.stream(OcppVersion.values()).flatMap(CodecFuzzer::codecs).toList();

    private static final List<Class<? extends Response>> ANSWERS =
            List.of(TransactionEventResponse.class, GetVariablesResponse.class);

    private CodecFuzzer() {}

    private static Stream<OcppCodec> codecs(OcppVersion version) {
        return Stream.of(
                OcppCodec.of(version, Side.CSMS),
                OcppCodec.of(version, Side.STATION),
                OcppCodec.of(version, Side.CSMS, EnumSet.allOf(Tolerance.class)));
    }

    /** What Jazzer calls, by this name. */
    public static void fuzzerTestOneInput(byte[] frame) {
        CODECS.forEach(codec -> read(codec, frame));
    }

    private static void read(OcppCodec codec, byte[] utf8) {
        try {
            switch (codec.readFrame(utf8)) {
                case Frame.Call call -> writeAgain(codec, call.request());
                case Frame.Send send -> writeAgain(codec, send.message());
                case Frame.CallResult result ->
                        ANSWERS.forEach(type -> answer(codec, type, result));
                case Frame.CallError error -> codec.writeCallError("id", error.error());
                case Frame.CallResultError error -> codec.writeCallError("id", error.error());
            }
        } catch (FrameException e) {
            codec.writeCallError(e.messageId(), e.error());
        }
    }

    private static void answer(
            OcppCodec codec, Class<? extends Response> type, Frame.CallResult result) {
        Message message;
        try {
            message = codec.decode(type, result.payload()).message();
        } catch (OcppException e) {
            return;
        }
        writeAgain(codec, message);
    }

    /** Once written, cut to what may be sent, a message stays as it is. */
    private static void writeAgain(OcppCodec reader, Message message) {
        var writer =
                OcppCodec.of(
                        reader.version(),
                        reader.side() == Side.CSMS ? Side.STATION : Side.CSMS,
                        Set.of());
        byte[] once = writer.writePayload(message);
        byte[] twice = writer.writePayload(reader.readPayload(message.getClass(), once));
        if (!Arrays.equals(once, twice)) {
            throw new IllegalStateException("another message when read again");
        }
    }
}
