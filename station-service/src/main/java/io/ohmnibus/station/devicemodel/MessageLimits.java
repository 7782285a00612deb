/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How much a station takes in one message, where it has told: ItemsPerMessage and BytesPerMessage
 * of DeviceDataCtrlr, with the action as instance (Part 2, referenced components, 2.1.17 to 24).
 */
@Component
public final class MessageLimits {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    /** What surrounds the payload of a CALL: type, message id of 36 characters, punctuation. */
    private static final int FRAME = "[2,\"\",\"\",]".length() + 36;

    private final DeviceModel model;

    public MessageLimits(DeviceModel model) {
        this.model = model;
    }

    /** The most that one message may have; what the station never told has no limit. */
    public record Limit(int items, int bytes) {

        /** Whether the message is short enough. */
        public boolean allows(Request<?> request) {
            return bytes == Integer.MAX_VALUE || size(request) <= bytes;
        }
    }

    /** The limits for an action. */
    public Mono<Limit> of(StationKey station, Action action) {
        return Mono.zip(
                number(station, "ItemsPerMessage", action),
                number(station, "BytesPerMessage", action),
                Limit::new);
    }

    private Mono<Integer> number(StationKey station, String variable, Action action) {
        VariableId id = VariableId.ofController("DeviceDataCtrlr", variable, action.wireName());
        return model.value(station, id, AttributeEnum.ACTUAL)
                .filter(value -> value.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .defaultIfEmpty(Integer.MAX_VALUE);
    }

    /**
     * Completes, or fails with the requirement that the message breaks.
     *
     * @param items how many it has
     */
    public Mono<Void> check(
            StationKey station, Request<?> request, int items, String ofItems, String ofBytes) {
        return of(station, Action.ofRequest(request.getClass()))
                .flatMap(limit -> {
                    if (items > limit.items()) {
                        return tooMuch(ofItems, limit.items() + " items");
                    }
                    return limit.allows(request)
                            ? Mono.empty()
                            : tooMuch(ofBytes, limit.bytes() + " bytes");
                });
    }

    /** How long the frame of a message is, in bytes. */
    static int size(Request<?> request) {
        String action = Action.ofRequest(request.getClass()).wireName();
        return FRAME + action.length() + CODEC.writePayload(request).length;
    }

    private static Mono<Void> tooMuch(String requirement, String limit) {
        return Mono.error(
                new RuleViolation(
                        requirement, "The station takes at most " + limit + " in one message"));
    }
}
