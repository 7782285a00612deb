/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The clocks of the stations of a tenant, as far as they are known. */
@RestController
final class ClockResource {

    private final ClockSkews skews;

    ClockResource(ClockSkews skews) {
        this.skews = skews;
    }

    /** A station's clock; see {@link ClockSkew}. */
    record View(
            String stationId, Duration ahead, Instant measuredAt, boolean beyond, Instant since) {

        static View of(ClockSkews.Estimated one) {
            ClockSkew skew = one.skew();
            return new View(
                    one.station().stationId(),
                    skew.ahead(),
                    skew.measuredAt(),
                    skew.beyond(),
                    skew.since());
        }
    }

    @Operation(summary = "How far the clocks of stations are from ours, by station id")
    @GetMapping("/clocks")
    @RequiresPermission("stations:read")
    Mono<Page<View>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Boolean beyond,
            PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return skews.list(caller.tenant(), beyond, after, page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.station().stationId())))
                .map(found -> found.map(View::of));
    }
}
