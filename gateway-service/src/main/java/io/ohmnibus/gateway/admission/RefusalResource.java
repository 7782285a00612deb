/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Why stations do not come in, as people see it. What named no tenant is shown to those of the
 * default one, who run the platform.
 */
@RestController
@RequestMapping("/refusals")
final class RefusalResource {

    private static final String OPERATORS = "default";
    private static final int MOST = 200;

    private final Refusals refusals;

    RefusalResource(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The newest refusals, newest first, at most 200. */
    record RecentRefusals(List<RefusedHandshake> items) {}

    @Operation(summary = "The newest handshakes that were refused, and why")
    @GetMapping
    @RequiresPermission("stations:read")
    Mono<RecentRefusals> list(
            Caller caller,
            @RequestParam(name = "station", required = false) @Nullable String station) {
        return Mono.just(
                new RecentRefusals(
                        refusals
                                .recent(refused ->
                                        mayBeSeen(refused, caller)
                                                && (station == null
                                                        || station.equals(refused.station())))
                                .stream()
                                .limit(MOST)
                                .toList()));
    }

    private static boolean mayBeSeen(RefusedHandshake refused, Caller caller) {
        String tenant = refused.tenant();
        return caller.tenant().equals(tenant == null ? OPERATORS : tenant);
    }
}
