/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of the variables of each station. Times are the platform's; older knowledge never
 * replaces newer.
 */
public interface DeviceModel {

    /** Takes a part of a report. */
    Mono<Void> reported(StationKey station, List<ReportData> data, Instant at);

    /** Forgets the variables that the station has not mentioned since a time. */
    Mono<Void> forgetUnmentioned(StationKey station, Instant since);

    /** Takes values that the station gave. */
    Mono<Void> values(StationKey station, List<AttributeValue> values, Instant at);

    /** Remembers how the station answered to values that the CSMS set. */
    Mono<Void> set(StationKey station, List<SetResult> results, Instant at);

    /** The value of an attribute, or empty when none is known. */
    Mono<String> value(StationKey station, VariableId variable, AttributeEnum type);

    /** The attributes that have a value of the CSMS. */
    Flux<AttributeId> settings(StationKey station);

    /** The variables in the order in which they became known, beginning after one of them. */
    Flux<ReportedVariable> list(
            StationKey station, VariableFilter filter, @Nullable Long after, int limit);
}
