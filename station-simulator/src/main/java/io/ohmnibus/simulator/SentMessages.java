/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.simulator.rpc.LoggedFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads the station's own frames as the CSMS does. */
final class SentMessages {

    private SentMessages() {}

    static <M extends Message> List<M> of(
            OcppVersion version, List<LoggedFrame> frames, Class<M> type) {
        var codec = OcppCodec.of(version, Side.CSMS);
        return frames.stream()
                .filter(LoggedFrame::sent)
                .flatMap(frame -> message(codec, frame))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Stream<Message> message(OcppCodec codec, LoggedFrame frame) {
        try {
            return switch (codec.readFrame(frame.text().getBytes(StandardCharsets.UTF_8))) {
                case Frame.Call call -> Stream.of(call.request());
                case Frame.Send send -> Stream.of(send.message());
                default -> Stream.empty();
            };
        } catch (FrameException _) {
            return Stream.empty();
        }
    }
}
