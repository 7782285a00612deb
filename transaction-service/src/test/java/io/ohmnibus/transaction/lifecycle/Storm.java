/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction by chance, and how its events arrive: shuffled, some of them several times, some
 * with other content, some never. What must be known afterwards a small model tells, which looks at
 * the events that arrived and at nothing else.
 */
final class Storm {

    final List<TransactionEventRequest> arriving = new ArrayList<>();

    /** By sequence number: the first event to arrive with it. */
    private final TreeMap<Integer, TransactionEventRequest> counting = new TreeMap<>();

    private boolean conflict;

    Storm(long seed) {
        Random random = new Random(seed);
        List<Given> whole = whole(random);
        for (Given event : whole) {
            if (random.nextInt(6) == 0) {
                continue; // lost
            }
            arriving.add(event.request());
            while (random.nextInt(3) == 0) {
                arriving.add(random.nextBoolean() ? event.offline().request() : event.request());
            }
            if (random.nextInt(12) == 0) {
                // Other content under a used number.
                arriving.add(event.because(TriggerReasonEnum.METER_VALUE_CLOCK).request());
            }
        }
        if (arriving.isEmpty()) {
            arriving.add(whole.getFirst().request());
        }
        if (random.nextInt(4) > 0) {
            Collections.shuffle(arriving, random);
        }
        for (TransactionEventRequest event : arriving) {
            TransactionEventRequest first = counting.putIfAbsent(event.seqNo(), event);
            conflict |= first != null && !hash(first).equals(hash(event));
        }
    }

    private static String hash(TransactionEventRequest event) {
        return EventContent.of(OcppVersion.V2_1, event).hash();
    }

    private static List<Given> whole(Random random) {
        int first = random.nextInt(3) * 100;
        int count = 2 + random.nextInt(9);
        long register = 1000L + random.nextInt(500);
        List<Given> whole = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int seqNo = first + i;
            Given event =
                    i == 0
                            ? Given.started(seqNo)
                            : i == count - 1 && random.nextInt(5) > 0
                                    ? Given.ended(seqNo).reason(ReasonEnum.EV_DISCONNECTED)
                                    : Given.updated(seqNo);
            event.at(START.plus(Duration.ofMinutes(i)));
            if (random.nextBoolean()) {
                register += random.nextInt(300);
                event.energy(register);
            }
            if (random.nextInt(3) == 0) {
                event.evse(1 + random.nextInt(2), 1);
            }
            if (random.nextInt(4) == 0) {
                event.token(new IdToken(null, "CARD" + random.nextInt(2), "ISO14443", null));
            }
            if (random.nextInt(3) == 0) {
                event.state(ChargingStateEnum.CHARGING);
            }
            whole.add(event);
        }
        return whole;
    }

    boolean hasConflict() {
        return conflict;
    }

    /** The sequence numbers that arrived. */
    List<Integer> seqNos() {
        return List.copyOf(counting.keySet());
    }

    boolean isWithoutGap() {
        return counting.lastKey() - counting.firstKey() == counting.size() - 1;
    }

    boolean has(TransactionEventEnum type) {
        return counting.values().stream().anyMatch(event -> event.eventType() == type);
    }

    @Nullable Integer evse() {
        return counting.descendingMap().values().stream()
                .map(TransactionEventRequest::evse)
                .filter(Objects::nonNull)
                .map(EVSE::id)
                .findFirst()
                .orElse(null);
    }

    /** The first token that was presented to charge. */
    @Nullable String token() {
        return counting.values().stream()
                .filter(event -> event.eventType() != TransactionEventEnum.ENDED)
                .map(TransactionEventRequest::idToken)
                .filter(Objects::nonNull)
                .map(IdToken::idToken)
                .findFirst()
                .orElse(null);
    }

    /** Between the first and the last reading that arrived; null without two that differ. */
    @Nullable BigDecimal energy() {
        TreeMap<Integer, BigDecimal> readings = new TreeMap<>();
        counting.forEach((seqNo, event) -> {
            if (event.meterValue() != null) {
                readings.put(seqNo, event.meterValue().getLast().sampledValue().getFirst().value());
            }
        });
        if (readings.isEmpty()) {
            return null;
        }
        Map.Entry<Integer, BigDecimal> first = readings.firstEntry();
        BigDecimal used = readings.lastEntry().getValue().subtract(first.getValue());
        return readings.size() < 2 || used.signum() < 0 ? null : used;
    }
}
