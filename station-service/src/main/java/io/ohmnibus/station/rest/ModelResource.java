/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationModels;
import io.ohmnibus.station.registry.StationModels.Kind;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The models of the caller's stations. */
@RestController
final class ModelResource {

    private final StationModels models;

    ModelResource(StationModels models) {
        this.models = models;
    }

    /** A model, and how many stations there are of it. */
    record ModelView(String vendor, String model, long stations, List<Firmware> firmware) {

        /** A version of firmware, absent where a station tells none. */
        record Firmware(@Nullable String version, long stations) {}
    }

    private record Name(String vendor, String model) {}

    @Operation(summary = "Models and firmware of the stations that have booted")
    @GetMapping("/models")
    @RequiresPermission("stations:read")
    Mono<List<ModelView>> list(Caller caller) {
        return models.of(caller.tenant()).map(ModelResource::views);
    }

    private static List<ModelView> views(List<Kind> kinds) {
        Map<Name, List<Kind>> byName = new LinkedHashMap<>();
        kinds.forEach(kind ->
                byName.computeIfAbsent(
                                new Name(kind.vendor(), kind.model()), _ -> new ArrayList<>())
                        .add(kind));
        return byName.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ModelView view(Name name, List<Kind> kinds) {
        return new ModelView(
                name.vendor(),
                name.model(),
                kinds.stream().mapToLong(Kind::stations).sum(),
                kinds.stream()
                        .map(kind -> new ModelView.Firmware(kind.firmware(), kind.stations()))
                        .toList());
    }
}
