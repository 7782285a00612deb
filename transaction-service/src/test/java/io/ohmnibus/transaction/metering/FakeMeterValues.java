/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Meter values in memory. */
public final class FakeMeterValues implements MeterValues {

    private final List<Measurement> all = new ArrayList<>();

    @Override
    public Mono<Void> add(List<Measurement> measurements) {
        return Mono.fromRunnable(() -> all.addAll(measurements));
    }

    @Override
    public Mono<Boolean> correct(
            StationKey station, String transactionId, List<Measurement> measurements) {
        return Mono.fromSupplier(() -> {
            List<Measurement> known =
                    all.stream().filter(one -> isOf(one, station, transactionId)).toList();
            all.removeAll(known);
            all.addAll(measurements);
            return !Set.copyOf(known).equals(Set.copyOf(measurements));
        });
    }

    private static boolean isOf(Measurement one, StationKey station, String transactionId) {
        Measurement.Place place = one.place();
        return one.station().key().equals(station)
                && place != null
                && place.transactionId().equals(transactionId);
    }

    public List<Measurement> all() {
        return all;
    }

    List<MeterValueRow> rows() {
        return all.stream()
                .flatMap(measurement -> MeterValueRow.of(measurement.meterValues()).stream())
                .toList();
    }
}
