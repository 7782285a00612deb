/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.partner;

import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.ohmnibus.transaction.partner.Deliveries.Claimed;
import io.ohmnibus.transaction.partner.Deliveries.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due, outside of any transaction. One that was sent when this instance died before
 * it could write that down is sent again when its claim is over: with the same id.
 */
@Component
class WebhookSender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final MediaType CLOUD_EVENT =
            MediaType.parseMediaType("application/cloudevents+json");
    private static final int AT_ONCE = 50;
    private static final int LONGEST_ERROR = 300;

    private final Deliveries deliveries;
    private final OutboundHttp outbound;
    private final Sealing sealing;
    private final WebhookProperties properties;
    private final Clock clock;
    private volatile @Nullable Background running;

    WebhookSender(
            Deliveries deliveries,
            OutboundHttp outbound,
            Sealing sealing,
            WebhookProperties properties,
            Clock clock) {
        this.deliveries = deliveries;
        this.outbound = outbound;
        this.sealing = sealing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends all that is due now. */
    Mono<Void> sendDue() {
        return deliveries
                .claim(clock.instant(), properties.timeout().multipliedBy(4), AT_ONCE)
                .flatMap(claimed ->
                        Flux.fromIterable(claimed)
                                .flatMap(this::send, AT_ONCE)
                                .then(Mono.just(claimed.size())))
                .repeat()
                .takeUntil(sent -> sent < AT_ONCE)
                .then();
    }

    private Mono<Void> send(Claimed delivery) {
        return attempt(delivery)
                .timeout(properties.timeout())
                .flatMap(status -> answered(delivery, status))
                .onErrorResume(failure -> {
                    log.info(
                            "webhook {} has no answer: {}",
                            delivery.webhookId(),
                            failure.toString());
                    return failed(delivery, null, brief(failure), null);
                });
    }

    private Mono<HttpStatusCode> attempt(Claimed delivery) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            URI url = URI.create(delivery.url());
            String objection = outbound.objection(url).orElse("");
            if (!objection.isEmpty()) {
                return Mono.error(new IllegalArgumentException("the URL " + objection));
            }
            return outbound.client()
                    .post()
                    .uri(url)
                    .contentType(CLOUD_EVENT)
                    .header("webhook-id", delivery.eventId())
                    .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                    .header(
                            "webhook-signature",
                            Signature.of(
                                    secrets(delivery, now),
                                    delivery.eventId(),
                                    now,
                                    delivery.body()))
                    .bodyValue(delivery.body().getBytes(StandardCharsets.UTF_8))
                    .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()));
        });
    }

    private List<String> secrets(Claimed delivery, Instant now) {
        List<String> secrets = new ArrayList<>();
        secrets.add(opened(delivery, delivery.secret()));
        byte[] previous = delivery.previousSecret();
        Instant until = delivery.previousUntil();
        if (previous != null && until != null && now.isBefore(until)) {
            secrets.add(opened(delivery, previous));
        }
        return secrets;
    }

    private String opened(Claimed delivery, byte[] sealed) {
        return new String(
                sealing.open(sealed, delivery.webhookId().toString()), StandardCharsets.UTF_8);
    }

    private Mono<Void> answered(Claimed delivery, HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return deliveries.delivered(delivery, status.value(), clock.instant());
        }
        boolean gone = status.value() == HttpStatus.GONE.value(); // A50
        return failed(delivery, status.value(), null, gone ? "answered 410 Gone" : null);
    }

    private Mono<Void> failed(
            Claimed delivery,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String disabledReason) {
        Instant now = clock.instant();
        boolean again =
                disabledReason == null && delivery.attempts() <= properties.retries().size();
        Instant next = again ? now.plus(properties.retries().get(delivery.attempts() - 1)) : null;
        return deliveries.failed(
                delivery,
                new Failure(status, error, next, disabledReason),
                now,
                now.minus(properties.disableAfter()));
    }

    /** What went wrong at the bottom of it, in one line. */
    private static String brief(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    @Override
    public void start() {
        running = Background.every(LOOK, this::sendDue);
    }

    @Override
    public void stop() {
        Background current = running;
        if (current != null) {
            current.close();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
