/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.ohmnibus.platform.web.outbound.OutboundProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Events on their way to a partner, with a real receiver (A39, A50, pain 36). */
@EmbeddedTest
final class WebhooksIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final PageRequest ALL = new PageRequest(null, 50);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Sealing sealing = new Sealing("a-secret-key-for-tests-only", new SecureRandom());
    private final DatabaseClient database;
    private final Deliveries deliveries;
    private final Receiver receiver;
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Webhooks webhooks;

    WebhooksIT(TestDatabase database) throws IOException {
        this.database = ServiceDatabase.migrate(database, Service.TRANSACTION).client();
        this.deliveries = new Deliveries(this.database);
        this.webhooks = new Webhooks(this.database, sealing, clock());
        this.receiver = new Receiver();
    }

    @BeforeEach
    void nothing() {
        database.sql("truncate webhooks cascade").then().block();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private WebhookSender sender(String... networks) {
        return new WebhookSender(
                deliveries,
                new OutboundHttp(new OutboundProperties(List.of(networks), true)),
                sealing,
                new WebhookProperties(
                        Duration.ofSeconds(15),
                        List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)),
                        Duration.ofDays(5),
                        Duration.ofDays(1),
                        Duration.ofDays(30)),
                clock());
    }

    private void sendDue() {
        sender("127.0.0.0/8").sendDue().block(LIMIT);
    }

    private Webhook subscribe(String... types) {
        return Objects.requireNonNull(
                webhooks.add(
                                "default",
                                new Webhooks.Wanted(receiver.url(), List.of(types), true),
                                SECRET)
                        .block(LIMIT));
    }

    /** As it comes from the topic. */
    private void happens(String tenant, String type, String id) {
        Map<String, String> headers =
                new HashMap<>(
                        Map.of(
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                id,
                                "ce_source",
                                "/ohmnibus/transaction",
                                "ce_type",
                                type,
                                "ce_subject",
                                tenant + "/CS-1",
                                "ce_time",
                                now.toString()));
        BusRecord record =
                BusRecord.keyed(
                        "events.transaction",
                        tenant + "/CS-1",
                        "{\"transactionId\":\"tx-1\",\"energyWh\":12.50}"
                                .getBytes(StandardCharsets.UTF_8),
                        headers);
        deliveries.add(List.of(WebhookFeed.event(record)), now).block(LIMIT);
    }

    private Delivery only(Webhook webhook) {
        Page<Delivery> page =
                Objects.requireNonNull(
                        deliveries.list("default", webhook.id(), null, ALL).block(LIMIT));
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst();
    }

    private Webhook now(Webhook webhook) {
        return Objects.requireNonNull(webhooks.find("default", webhook.id()).block(LIMIT));
    }

    @Test
    void bringsAnEventOnceSignedAndAsItWas() {
        Webhook webhook = subscribe();
        happens("default", "TransactionStarted", "event-1");
        happens("default", "TransactionStarted", "event-1");
        sendDue();
        sendDue();

        assertThat(receiver.messages).hasSize(1);
        Receiver.Message message = receiver.messages.getFirst();
        assertThat(message.header("webhook-id")).isEqualTo("event-1");
        assertThat(message.header("webhook-timestamp"))
                .isEqualTo(Long.toString(now.getEpochSecond()));
        assertThat(message.header("webhook-signature"))
                .isEqualTo(Signature.of(List.of(SECRET), "event-1", now, message.body()));
        assertThat(message.body())
                .contains("\"type\":\"TransactionStarted\"", "\"energyWh\":12.50")
                .contains("\"subject\":\"default/CS-1\"");
        assertThat(only(webhook).status()).isEqualTo("Delivered");
        assertThat(only(webhook).lastStatus()).isEqualTo(204);
    }

    @Test
    void bringsOnlyWhatWasSubscribedToAndNothingOfOtherTenants() {
        subscribe("TransactionEnded");
        happens("default", "TransactionStarted", "event-1");
        happens("other", "TransactionEnded", "event-2");
        happens("default", "TransactionEnded", "event-3");
        sendDue();

        assertThat(receiver.messages)
                .extracting(message -> message.header("webhook-id"))
                .containsExactly("event-3");
    }

    @Test
    void triesAgainLaterUntilItGivesUpAndSendsAgainWhenAsked() {
        Webhook webhook = subscribe();
        happens("default", "TransactionEnded", "event-1");
        receiver.status = 500;
        sendDue();
        sendDue();
        assertThat(receiver.messages).hasSize(1);
        assertThat(only(webhook).status()).isEqualTo("Pending");
        assertThat(only(webhook).nextAttemptAt()).isEqualTo(now.plusSeconds(5));
        assertThat(now(webhook).failingSince()).isEqualTo(now);

        now = now.plusSeconds(5);
        sendDue();
        now = now.plus(Duration.ofMinutes(5));
        sendDue();
        assertThat(receiver.messages).hasSize(3);
        assertThat(only(webhook).status()).isEqualTo("Failed");
        assertThat(only(webhook).lastStatus()).isEqualTo(500);

        receiver.status = 200;
        assertThat(deliveries.resend("other", webhook.id(), only(webhook).id(), now).block(LIMIT))
                .isFalse();
        assertThat(deliveries.resend("default", webhook.id(), only(webhook).id(), now).block(LIMIT))
                .isTrue();
        sendDue();
        assertThat(only(webhook).status()).isEqualTo("Delivered");
        assertThat(now(webhook).failingSince()).isNull();
        assertThat(receiver.messages)
                .extracting(message -> message.header("webhook-id"))
                .containsOnly("event-1");
    }

    @Test
    void stopsWhenTheReceiverIsGoneOrFailsForTooLong() { // A50
        Webhook gone = subscribe();
        happens("default", "TransactionEnded", "event-1");
        receiver.status = 410;
        sendDue();
        assertThat(now(gone).enabled()).isFalse();
        assertThat(now(gone).disabledReason()).isEqualTo("answered 410 Gone");

        Webhook failing = subscribe();
        receiver.status = 503;
        happens("default", "TransactionEnded", "event-2");
        sendDue();
        assertThat(now(failing).enabled()).isTrue();
        now = now.plus(Duration.ofDays(5));
        sendDue();
        assertThat(now(failing).enabled()).isFalse();
        assertThat(now(failing).disabledReason()).isEqualTo("has failed for too long");

        webhooks.replace(
                        "default",
                        failing.id(),
                        new Webhooks.Wanted(receiver.url(), List.of(), true))
                .block(LIMIT);
        assertThat(now(failing).disabledReason()).isNull();
        assertThat(now(failing).failingSince()).isNull();
    }

    @Test
    void callsNoPrivateAddressAndFollowsNoRedirect() { // A39
        Webhook webhook = subscribe();
        happens("default", "TransactionEnded", "event-1");
        sender().sendDue().block(LIMIT);
        assertThat(receiver.messages).isEmpty();
        assertThat(only(webhook).lastError()).contains("AddressNotAllowed");

        now = now.plusSeconds(5);
        receiver.status = 302;
        sendDue();
        assertThat(receiver.messages).hasSize(1);
        assertThat(only(webhook).lastStatus()).isEqualTo(302);
        assertThat(only(webhook).status()).isEqualTo("Pending");
    }

    @Test
    void signsWithBothSecretsForAWhile() {
        Webhook webhook = subscribe();
        String next = Signature.newSecret(new SecureRandom());
        webhooks.rotate("default", webhook.id(), next, now.plusSeconds(60)).block(LIMIT);
        happens("default", "TransactionEnded", "event-1");
        sendDue();
        Receiver.Message message = receiver.messages.getFirst();
        assertThat(message.header("webhook-signature"))
                .isEqualTo(Signature.of(List.of(next, SECRET), "event-1", now, message.body()));

        now = now.plusSeconds(60);
        happens("default", "TransactionEnded", "event-2");
        sendDue();
        Receiver.Message later = receiver.messages.getLast();
        assertThat(later.header("webhook-signature"))
                .isEqualTo(Signature.of(List.of(next), "event-2", now, later.body()));
    }

    @Test
    void severalInstancesSendEachEventOnce() {
        Webhook webhook = subscribe();
        for (int i = 0; i < 120; i++) {
            happens("default", "TransactionUpdated", "event-" + i);
        }
        Mono.when(
                        sender("127.0.0.0/8").sendDue(),
                        sender("127.0.0.0/8").sendDue(),
                        sender("127.0.0.0/8").sendDue())
                .block(LIMIT);

        assertThat(receiver.messages)
                .extracting(message -> message.header("webhook-id"))
                .hasSize(120)
                .doesNotHaveDuplicates();
        assertThat(deliveries.list("default", webhook.id(), "Pending", ALL).block(LIMIT))
                .satisfies(page -> assertThat(page.items()).isEmpty());
    }

    @Test
    void keepsSecretsSealed() {
        subscribe();
        assertThat(
                        database.sql("select encode(secret, 'escape') as secret from webhooks")
                                .mapValue(String.class)
                                .one()
                                .block(LIMIT))
                .doesNotContain("whsec_");
    }
}
