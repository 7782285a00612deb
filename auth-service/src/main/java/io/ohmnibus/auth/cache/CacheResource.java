/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.cache;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The authorization caches of stations; they are cleared by the command ClearCache. */
@RestController
class CacheResource {

    private final CacheClearings clearings;

    CacheResource(CacheClearings clearings) {
        this.clearings = clearings;
    }

    @Operation(summary = "How the station was last asked to clear its cache")
    @GetMapping("/stations/{stationId}/authorization-cache")
    @RequiresPermission("tokens:read")
    Mono<CacheClearing> show(Caller caller, @PathVariable String stationId) {
        return clearings
                .find(new StationKey(caller.tenant(), stationId))
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound(
                                        "The station was never asked to clear its cache")));
    }
}
