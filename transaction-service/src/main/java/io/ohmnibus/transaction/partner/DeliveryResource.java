/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was sent to a webhook, and how that went. */
@RestController
class DeliveryResource {

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Clock clock;

    DeliveryResource(Deliveries deliveries, Webhooks webhooks, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Operation(
            summary = "The deliveries of a webhook, newest first",
            description = "The status is Pending, Delivered or Failed.")
    @Refuses(value = 404, when = "There is no such webhook")
    @GetMapping("/webhooks/{id}/deliveries")
    @RequiresPermission("webhooks:read")
    Mono<Page<Delivery>> deliveries(
            Caller caller,
            PageRequest page,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String status) {
        return webhooks.find(caller.tenant(), id)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such webhook")))
                .then(deliveries.list(caller.tenant(), id, status, page));
    }

    @Operation(
            summary = "Sends a delivery once more",
            description = "Soon, whatever became of it, with the same webhook-id.")
    @Refuses(value = 404, when = "There is no such delivery")
    @PostMapping("/webhooks/{id}/deliveries/{deliveryId}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("webhooks:write")
    Mono<Void> resend(Caller caller, @PathVariable UUID id, @PathVariable UUID deliveryId) {
        return deliveries
                .resend(caller.tenant(), id, deliveryId, clock.instant())
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such delivery")))
                .then();
    }
}
