/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.ohmnibus.platform.web.outbound.OutboundProperties;
import io.ohmnibus.transaction.partner.WebhookResource.WebhookBody;
import io.ohmnibus.transaction.partner.WebhookResource.WebhookWithSecret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What partners can do with their subscriptions, and what is refused (A39, A44, pain 36). */
@EmbeddedTest
final class WebhookResourceIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final PageRequest ALL = new PageRequest(null, 50);
    private static final URI PARTNER = URI.create("https://partner.example/events");

    /** Another one for each test. */
    private final Caller caller = new Caller(UUID.randomUUID().toString(), "somebody", Set.of());

    private final Caller stranger = new Caller("another", "somebody", Set.of());
    private final Deliveries deliveries;
    private final WebhookResource resource;
    private final DeliveryResource log;

    WebhookResourceIT(TestDatabase test) {
        DatabaseClient database = ServiceDatabase.migrate(test, Service.TRANSACTION).client();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var sealing = new Sealing("a-secret-key-for-tests-only", new SecureRandom());
        var webhooks = new Webhooks(database, sealing, clock);
        deliveries = new Deliveries(database);
        resource =
                new WebhookResource(
                        webhooks,
                        new OutboundHttp(new OutboundProperties(List.of(), false)),
                        new WebhookProperties(
                                Duration.ofSeconds(15),
                                List.of(Duration.ofSeconds(5)),
                                Duration.ofDays(5),
                                Duration.ofDays(1),
                                Duration.ofDays(30)),
                        clock);
        log = new DeliveryResource(deliveries, webhooks, clock);
    }

    private WebhookWithSecret add(String... types) {
        return get(resource.add(caller, new WebhookBody(PARTNER, List.of(types), null)));
    }

    private static <T> T get(Mono<T> one) {
        return Objects.requireNonNull(one.block(Duration.ofSeconds(60)));
    }

    private static void refused(int status, Mono<?> one) {
        assertThatThrownBy(() -> one.block(Duration.ofSeconds(60)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    @Test
    void aSubscriptionIsMadeChangedAndEnded() {
        WebhookWithSecret added = add("TransactionEnded");
        Webhook webhook = added.webhook();
        assertThat(added.secret()).startsWith("whsec_").hasSizeGreaterThan(30);
        assertThat(webhook.url()).isEqualTo(PARTNER.toString());
        assertThat(webhook.enabled()).isTrue();
        assertThat(get(resource.get(caller, webhook.id()))).isEqualTo(webhook);
        assertThat(get(resource.all(caller).collectList())).containsExactly(webhook);

        Webhook changed =
                get(resource.replace(caller, webhook.id(), new WebhookBody(PARTNER, null, false)));
        assertThat(changed.types()).isEmpty();
        assertThat(changed.enabled()).isFalse();

        WebhookWithSecret rotated = get(resource.rotate(caller, webhook.id()));
        assertThat(rotated.secret()).startsWith("whsec_").isNotEqualTo(added.secret());
        assertThat(rotated.webhook()).isEqualTo(changed);

        resource.delete(caller, webhook.id()).block();
        refused(404, resource.get(caller, webhook.id()));
        assertThat(get(resource.all(caller).collectList())).isEmpty();
    }

    @Test
    void addressesAndEventsThatCannotBeAreRefused() {
        for (String url :
                List.of(
                        "http://partner.example/events",
                        "https://somebody:secret@partner.example/events",
                        "https://partner.example/events#here",
                        "https:///events",
                        "file:///etc/passwd")) {
            refusedBody(new WebhookBody(URI.create(url), null, null));
        }
        refusedBody(new WebhookBody(PARTNER, List.of("TransactionEnded", "Weather"), null));
        assertThat(get(resource.all(caller).collectList())).isEmpty();
    }

    private void refusedBody(WebhookBody body) {
        refused(400, Mono.defer(() -> resource.add(caller, body)));
        UUID id = add().webhook().id();
        refused(400, Mono.defer(() -> resource.replace(caller, id, body)));
        resource.delete(caller, id).block();
    }

    @Test
    void theSubscriptionsOfOthersAreNotThere() {
        UUID id = add().webhook().id();
        UUID delivery = happened("event-" + id);
        refused(404, resource.get(stranger, id));
        refused(404, resource.replace(stranger, id, new WebhookBody(PARTNER, null, false)));
        refused(404, resource.rotate(stranger, id));
        refused(404, resource.delete(stranger, id));
        refused(404, log.deliveries(stranger, ALL, id, null));
        refused(404, log.resend(stranger, id, delivery));
        assertThat(get(resource.all(stranger).collectList()))
                .noneMatch(webhook -> webhook.id().equals(id));
        assertThat(get(resource.get(caller, id)).enabled()).isTrue();
    }

    private UUID happened(String eventId) {
        deliveries
                .add(
                        List.of(
                                new Deliveries.Event(
                                        caller.tenant(), eventId, "TransactionEnded", "{}")),
                        NOW)
                .block();
        UUID id = get(resource.all(caller).collectList()).getFirst().id();
        return statuses(id, null).getFirst().id();
    }

    private List<Delivery> statuses(UUID id, @Nullable String status) {
        return get(log.deliveries(caller, ALL, id, status)).items();
    }

    @Test
    void deliveriesAreListedAndSentAgain() {
        UUID id = add().webhook().id();
        UUID delivery = happened("event-" + id);
        assertThat(statuses(id, "Pending")).hasSize(1);
        assertThat(statuses(id, "Failed")).isEmpty();
        log.resend(caller, id, delivery).block();
        assertThat(statuses(id, null))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.eventId()).isEqualTo("event-" + id);
                    assertThat(sent.status()).isEqualTo("Pending");
                });
        refused(404, log.resend(caller, id, UUID.randomUUID()));
        refused(404, log.deliveries(caller, ALL, UUID.randomUUID(), null));
    }
}
