/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.rest.BootPolicyBody;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How stations without a policy of their own are answered when they boot. */
@RestController
final class BootConfigurationResource {

    private static final int LONGEST_MODEL = 50;

    private final BootConfigurations configurations;

    BootConfigurationResource(BootConfigurations configurations) {
        this.configurations = configurations;
    }

    /**
     * An answer to BootNotification.
     *
     * @param status Accepted, Pending or Rejected
     * @param interval in the answer, such as PT5M; without it the platform's default
     * @param reason a reason code for Pending and Rejected, at most 20 characters
     * @param untilProvisioned with Pending: a station is Accepted once its device model is known
     *     and its desired variables hold
     */
    record Configuration(
            @Nullable String status,
            @Nullable Duration interval,
            @Nullable String reason,
            @Nullable Boolean untilProvisioned) {

        BootConfiguration of(Caller caller, String model) {
            boolean until = Boolean.TRUE.equals(untilProvisioned);
            if (until && !"Pending".equals(status)) {
                throw Problem.badRequest("untilProvisioned", "goes with status Pending");
            }
            return new BootConfiguration(
                    caller.tenant(),
                    model,
                    new BootPolicyBody(status, interval, reason).toPolicy(),
                    until);
        }
    }

    /** A configuration and the model that it is for; without one it is for all. */
    record View(@Nullable String model, Configuration configuration) {

        static View of(BootConfiguration one) {
            return new View(
                    one.model().isEmpty() ? null : one.model(),
                    new Configuration(
                            one.policy().status().wireName(),
                            one.policy().interval(),
                            one.policy().reason(),
                            one.untilProvisioned()));
        }
    }

    @Operation(summary = "How BootNotifications are answered, by model")
    @GetMapping("/boot-configurations")
    @RequiresPermission("stations:read")
    Mono<List<View>> list(Caller caller) {
        return configurations.of(List.of(caller.tenant())).map(View::of).collectList();
    }

    /** For all stations of the tenant that have no other. */
    @Operation(summary = "Sets how stations are answered that have nothing of their own")
    @PutMapping("/boot-configurations/all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> putAll(Caller caller, @RequestBody Configuration body) {
        return configurations.put(body.of(caller, BootConfiguration.ALL_MODELS));
    }

    @Operation(summary = "Takes that back: such stations are accepted")
    @DeleteMapping("/boot-configurations/all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> removeAll(Caller caller) {
        return configurations.remove(caller.tenant(), BootConfiguration.ALL_MODELS).then();
    }

    @Operation(summary = "Sets how the stations of a model are answered")
    @PutMapping("/boot-configurations/models/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> putModel(
            Caller caller, @PathVariable String model, @RequestBody Configuration body) {
        if (model.length() > LONGEST_MODEL) {
            throw Problem.badRequest("model", "has up to 50 characters");
        }
        return configurations.put(body.of(caller, model));
    }

    @Operation(summary = "Takes back what is set for a model")
    @DeleteMapping("/boot-configurations/models/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> removeModel(Caller caller, @PathVariable String model) {
        return configurations
                .remove(caller.tenant(), model)
                .filter(removed -> removed)
                .switchIfEmpty(
                        Mono.error(
                                () -> Problem.notFound("There is no configuration for " + model)))
                .then();
    }
}
