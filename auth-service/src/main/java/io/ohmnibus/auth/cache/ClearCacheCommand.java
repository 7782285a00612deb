/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.cache;

import io.ohmnibus.ocpp.message.ClearCacheRequest;
import io.ohmnibus.ocpp.message.ClearCacheResponse;
import io.ohmnibus.ocpp.type.ClearCacheStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Remembers whether a station has cleared its authorization cache. */
@UseCase("C11")
final class ClearCacheCommand implements CommandHandler<ClearCacheRequest, ClearCacheResponse> {

    private final CacheClearings clearings;

    ClearCacheCommand(CacheClearings clearings) {
        this.clearings = clearings;
    }

    @Override
    public Mono<Void> completed(
            StationKey station, ClearCacheRequest request, Outcome<ClearCacheResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<ClearCacheResponse>(var response) -> answered(station, response);
            case Outcome.Refused<ClearCacheResponse>(var error) ->
                    clearings.ended(
                            station,
                            "Refused",
                            error.code().wireName() + ": " + error.description(),
                            false);
            case Outcome.TimedOut<ClearCacheResponse> _ ->
                    clearings.ended(station, "TimedOut", null, false);
            case Outcome.Offline<ClearCacheResponse> _ ->
                    clearings.ended(station, "Offline", null, false);
        };
    }

    private Mono<Void> answered(StationKey station, ClearCacheResponse response) {
        StatusInfo info = response.statusInfo();
        return clearings.ended(
                station,
                response.status().wireName(),
                info == null ? null : info.reasonCode(),
                response.status() == ClearCacheStatusEnum.ACCEPTED);
    }
}
