/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import io.ohmnibus.contracts.transaction.ReservationChanged;
import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Subscriptions of partners to what happens to the tenant's transactions. */
@RestController
class WebhookResource {

    private static final Set<String> TYPES =
            Stream.concat(
                            TransactionNews.types().stream(),
                            Stream.of(ReservationChanged.class.getSimpleName()))
                    .collect(Collectors.toUnmodifiableSet());

    private final Webhooks webhooks;
    private final OutboundHttp outbound;
    private final WebhookProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookResource(
            Webhooks webhooks, OutboundHttp outbound, WebhookProperties properties, Clock clock) {
        this.webhooks = webhooks;
        this.outbound = outbound;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A subscription as it shall be.
     *
     * @param url where events are posted: https, on the internet, unless the operator allows more
     * @param types the events; all when absent or empty
     * @param enabled on unless said otherwise; switching it on again sends what has waited
     */
    record WebhookBody(
            @NotNull URI url,
            @Nullable @Size(max = 50) List<String> types,
            @Nullable Boolean enabled) {}

    /**
     * A subscription with its secret, which is shown once.
     *
     * @param secret in the form of Standard Webhooks, whsec_ and Base64
     */
    record WebhookWithSecret(Webhook webhook, String secret) {}

    @Operation(
            summary = "Subscribes to events",
            description =
                    "The answer holds the secret that messages are signed with; it is shown"
                            + " once.")
    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("webhooks:write")
    Mono<WebhookWithSecret> add(Caller caller, @Valid @RequestBody WebhookBody body) {
        String secret = Signature.newSecret(random);
        return webhooks.add(caller.tenant(), wanted(body), secret)
                .map(webhook -> new WebhookWithSecret(webhook, secret));
    }

    @Operation(summary = "The subscriptions of the tenant")
    @GetMapping("/webhooks")
    @RequiresPermission("webhooks:read")
    Flux<Webhook> all(Caller caller) {
        return webhooks.all(caller.tenant());
    }

    @Operation(summary = "One subscription, without its secret")
    @Refuses(value = 404, when = "There is no such webhook")
    @GetMapping("/webhooks/{id}")
    @RequiresPermission("webhooks:read")
    Mono<Webhook> get(Caller caller, @PathVariable UUID id) {
        return found(webhooks.find(caller.tenant(), id));
    }

    @Operation(
            summary = "Changes a subscription",
            description = "One that was switched off because it failed begins anew.")
    @Refuses(value = 404, when = "There is no such webhook")
    @PutMapping("/webhooks/{id}")
    @RequiresPermission("webhooks:write")
    Mono<Webhook> replace(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody WebhookBody body) {
        return found(webhooks.replace(caller.tenant(), id, wanted(body)));
    }

    @Operation(summary = "Ends a subscription", description = "What is on its way is dropped.")
    @Refuses(value = 404, when = "There is no such webhook")
    @DeleteMapping("/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("webhooks:write")
    Mono<Void> delete(Caller caller, @PathVariable UUID id) {
        return found(webhooks.delete(caller.tenant(), id).filter(deleted -> deleted)).then();
    }

    @Operation(
            summary = "Replaces the secret",
            description = "Messages are signed with both for a day.")
    @Refuses(value = 404, when = "There is no such webhook")
    @PostMapping("/webhooks/{id}/secret")
    @RequiresPermission("webhooks:write")
    Mono<WebhookWithSecret> rotate(Caller caller, @PathVariable UUID id) {
        String secret = Signature.newSecret(random);
        return found(
                webhooks.rotate(
                                caller.tenant(),
                                id,
                                secret,
                                clock.instant().plus(properties.secretOverlap()))
                        .map(webhook -> new WebhookWithSecret(webhook, secret)));
    }

    private Webhooks.Wanted wanted(WebhookBody body) {
        outbound.check("url", body.url());
        List<String> types = body.types() == null ? List.of() : body.types();
        if (!TYPES.containsAll(types)) {
            throw Problem.badRequest("types", "are some of " + TYPES.stream().sorted().toList());
        }
        return new Webhooks.Wanted(
                body.url().toString(), types, !Boolean.FALSE.equals(body.enabled()));
    }

    private static <T> Mono<T> found(Mono<T> one) {
        return one.switchIfEmpty(Mono.error(() -> Problem.notFound("There is no such webhook")));
    }
}
