/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.contracts.station.VariableValuesQuery;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How much a station takes: ItemsPerMessage and BytesPerMessage of its LocalAuthListCtrlr in one
 * message (D01.FR.11), and the limit of Entries in all (D01.FR.12).
 */
@Component
class ListLimits {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;

    /** For stations that have not told; every station takes that many. */
    private static final int USUAL_ITEMS = 50;

    private static final int MOST_ITEMS = 500;

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    /** What surrounds the payload of a CALL: type, message id of 36 characters, action. */
    private static final int FRAME = "[2,\"\",\"SendLocalList\",]".length() + 36;

    private final Queries queries;

    ListLimits(Queries queries) {
        this.queries = queries;
    }

    /**
     * The most that one message may have.
     *
     * @param entries the most that a list may have; null while nobody knows
     */
    record Limit(int items, int bytes, @Nullable Integer entries) {

        /** Whether the station has room for a list of so many entries (D01.FR.12). */
        boolean holds(long listed) {
            return entries == null || listed <= entries;
        }

        boolean allows(SendLocalListRequest request) {
            int entries =
                    request.localAuthorizationList() == null
                            ? 0
                            : request.localAuthorizationList().size();
            return entries <= items && FRAME + CODEC.writePayload(request).length <= bytes;
        }
    }

    /** What the station has told. */
    Mono<Limit> of(StationKey station) {
        return Mono.zip(
                        number(station, "ItemsPerMessage", USUAL_ITEMS, MOST_ITEMS),
                        number(station, "BytesPerMessage", MOST_BYTES, MOST_BYTES),
                        ask(station, "Entries"))
                .map(told -> new Limit(told.getT1(), told.getT2(), entries(told.getT3())));
    }

    private static @Nullable Integer entries(VariableValues told) {
        BigDecimal most = told.maxLimit();
        return most == null || most.signum() < 0
                ? null
                : most.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private Mono<Integer> number(StationKey station, String variable, int usual, int most) {
        return ask(station, variable)
                .map(told ->
                        told.values().stream()
                                .filter(value -> value.matches("[1-9][0-9]{0,8}"))
                                .map(Integer::valueOf)
                                .findFirst()
                                .map(number -> Math.min(number, most))
                                .orElse(usual));
    }

    private Mono<VariableValues> ask(StationKey station, String variable) {
        return queries.ask(
                Service.STATION,
                station,
                new VariableValuesQuery("LocalAuthListCtrlr", variable),
                VariableValues.class,
                LIMIT);
    }
}
