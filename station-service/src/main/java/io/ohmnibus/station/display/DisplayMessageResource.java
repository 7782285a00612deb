/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.display.DisplayMessages.Mirrored;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.store.WireNames;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a station shows, as far as the platform knows. */
@RestController
final class DisplayMessageResource {

    private final StationLookup stations;
    private final DisplayMessages messages;
    private final Clock clock;

    DisplayMessageResource(StationLookup stations, DisplayMessages messages, Clock clock) {
        this.stations = stations;
        this.messages = messages;
        this.clock = clock;
    }

    /** Messages by priority or state, in the words of OCPP; all without. */
    record Query(@Nullable String priority, @Nullable String state) {

        DisplayCriteria criteria() {
            return new DisplayCriteria(
                    null,
                    WireNames.read(MessagePriorityEnum.class, "priority", priority),
                    WireNames.read(MessageStateEnum.class, "state", state));
        }
    }

    @Operation(summary = "What a station shows, as far as it is known")
    @GetMapping("/stations/{stationId}/display-messages")
    @RequiresPermission("stations:read")
    Mono<Page<Mirrored>> list(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject Query query,
            PageRequest page) {
        Cursor cursor = page.cursor();
        Long after = cursor == null ? null : cursor.number(0);
        var position = new DisplayMessages.Position(after, page.fetch());
        DisplayCriteria criteria = query.criteria();
        return stations.key(caller, stationId)
                .flatMap(key ->
                        messages.list(key, criteria, position, clock.instant()).collectList())
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.id())));
    }
}
