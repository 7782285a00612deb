/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.ReportedVariable;
import io.ohmnibus.station.devicemodel.VariableFilter;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The device model of a station. */
@RestController
final class VariableResource {

    private final StationLookup stations;
    private final DeviceModel model;

    VariableResource(StationLookup stations, DeviceModel model) {
        this.stations = stations;
        this.model = model;
    }

    /** Variables by name, EVSE, or those that no longer have the value the CSMS gave them. */
    record Query(
            @Nullable String component,
            @Nullable String variable,
            @Nullable Integer evseId,
            @Nullable Boolean drifted) {

        VariableFilter filter() {
            return new VariableFilter(component, variable, evseId, Boolean.TRUE.equals(drifted));
        }
    }

    @Operation(summary = "The variables of a station")
    @GetMapping("/stations/{stationId}/variables")
    @RequiresPermission("stations:read")
    Mono<Page<ReportedVariable>> list(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject Query query,
            PageRequest page) {
        Cursor cursor = page.cursor();
        Long after = cursor == null ? null : cursor.number(0);
        return stations.key(caller, stationId)
                .flatMap(key -> model.list(key, query.filter(), after, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, variable -> Cursor.of(variable.row())));
    }
}
