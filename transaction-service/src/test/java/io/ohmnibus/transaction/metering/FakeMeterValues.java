/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Meter values in memory. */
public final class FakeMeterValues implements MeterValues {

    private final List<Measurement> all = new ArrayList<>();

    @Override
    public Mono<Void> add(List<Measurement> measurements) {
        return Mono.fromRunnable(() -> all.addAll(measurements));
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
