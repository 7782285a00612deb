/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.type.MeterValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Meter values in memory. */
public final class FakeMeterValues implements MeterValues {

    private final List<MeterValueRow> rows = new ArrayList<>();

    @Override
    public Mono<Void> add(MeterValueRow.Source source, @Nullable List<MeterValue> meterValues) {
        return Mono.fromRunnable(() -> {
            if (meterValues != null) {
                rows.addAll(MeterValueRow.of(source, meterValues));
            }
        });
    }

    public List<MeterValueRow> rows() {
        return rows;
    }
}
