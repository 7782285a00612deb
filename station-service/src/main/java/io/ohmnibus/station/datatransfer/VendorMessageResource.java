/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.datatransfer.VendorMessages.Seen;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which messages of vendors were exchanged with a station. */
@RestController
final class VendorMessageResource {

    private final StationLookup stations;
    private final VendorMessages messages;

    VendorMessageResource(StationLookup stations, VendorMessages messages) {
        this.stations = stations;
        this.messages = messages;
    }

    @Operation(summary = "DataTransfers from and to a station, by vendor and message")
    @GetMapping("/stations/{stationId}/vendor-messages")
    @RequiresPermission("stations:read")
    Mono<Page<Seen>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        Seen after = cursor == null ? null : seen(cursor);
        return stations.key(caller, stationId)
                .flatMap(key -> messages.list(key, after, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, VendorMessageResource::cursor));
    }

    private static Cursor cursor(Seen seen) {
        return Cursor.of(
                seen.direction(),
                seen.vendorId(),
                Objects.requireNonNullElse(seen.messageId(), ""));
    }

    private static Seen seen(Cursor cursor) {
        return new Seen(cursor.text(0), cursor.text(1), cursor.text(2), 0, "", Instant.EPOCH);
    }
}
