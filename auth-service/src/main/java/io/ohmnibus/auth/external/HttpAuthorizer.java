/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.external;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.auth.allowance.LanguageTag;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer.Failed;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer.Said;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/**
 * Asks by HTTP: a POST with the question as JSON, answered by 200 and a status of
 * AuthorizationStatusEnumType. Everything else is no answer.
 */
@Component
final class HttpAuthorizer implements ExternalAuthorizer {

    private static final Logger log = LoggerFactory.getLogger(HttpAuthorizer.class);
    private static final int MOST_OF_A_GROUP = 36;
    private static final int MOST_PRIORITY = 9;

    private final OutboundHttp http;
    private final MeterRegistry meters;

    HttpAuthorizer(OutboundHttp http, MeterRegistry meters) {
        this.http = http;
        this.meters = meters;
    }

    /** The question as it is sent. */
    record QuestionBody(
            String tenant,
            String stationId,
            @Nullable Integer evseId,
            IdToken idToken,
            Purpose purpose,
            @Nullable String transactionId) {}

    /**
     * The answer as it is understood.
     *
     * @param status such as Accepted or Blocked
     * @param validUntil until when the station may go by it
     * @param evseIds where the token may charge at this station; everywhere when absent
     */
    record AnswerBody(
            @Nullable String status,
            @Nullable Instant validUntil,
            @Nullable String groupId,
            @Nullable Integer chargingPriority,
            @Nullable String language1,
            @Nullable String language2,
            @Nullable List<Integer> evseIds) {}

    @Override
    public Mono<Answer> ask(External external, Question question) {
        URI url = external.url();
        Optional<String> objection = http.objection(url);
        if (objection.isPresent()) {
            return Mono.just(failed(question, "The address " + objection.get()));
        }
        return http.client()
                .post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    String token = external.token();
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .bodyValue(body(question))
                .exchangeToMono(response -> answer(question, response))
                .timeout(external.deadline())
                .onErrorResume(failure -> Mono.just(failed(question, reason(external, failure))))
                .doOnNext(answer ->
                        meters.counter(
                                        "ohmnibus.authorization.external",
                                        "outcome",
                                        answer instanceof Said ? "answered" : "failed")
                                .increment());
    }

    private static QuestionBody body(Question question) {
        return new QuestionBody(
                question.station().tenant(),
                question.station().stationId(),
                question.evseId(),
                question.idToken(),
                question.purpose(),
                question.transactionId());
    }

    private static Mono<Answer> answer(Question question, ClientResponse response) {
        if (response.statusCode().value() != 200) {
            return response.releaseBody()
                    .thenReturn(failed(question, "It answered " + response.statusCode().value()));
        }
        return response.bodyToMono(AnswerBody.class)
                .map(body -> understood(question, body))
                .defaultIfEmpty(failed(question, "It answered nothing"));
    }

    private static Answer understood(Question question, AnswerBody body) {
        Optional<AuthorizationStatusEnum> status =
                Arrays.stream(AuthorizationStatusEnum.values())
                        .filter(one -> one.wireName().equals(body.status()))
                        .findFirst();
        String objection = status.isEmpty() ? "an unknown status" : objection(body);
        if (status.isEmpty() || objection != null) {
            return failed(question, "It answered " + objection);
        }
        boolean accepted = status.get() == AuthorizationStatusEnum.ACCEPTED;
        List<Integer> evses = body.evseIds();
        return new Said(
                new IdTokenInfo(
                        status.get(),
                        body.validUntil(),
                        body.chargingPriority(),
                        body.groupId() == null
                                ? null
                                : new IdToken(null, body.groupId(), "Central", null),
                        body.language1(),
                        body.language2(),
                        accepted && evses != null && !evses.isEmpty() ? evses : null,
                        null,
                        null));
    }

    /** What stations could not be told. */
    private static @Nullable String objection(AnswerBody body) {
        Integer priority = body.chargingPriority();
        String group = body.groupId();
        if (priority != null && Math.abs(priority) > MOST_PRIORITY) {
            return "a priority that is none";
        }
        if (group != null && (group.isBlank() || group.length() > MOST_OF_A_GROUP)) {
            return "a group that is none";
        }
        if (!mayBe(body.language1()) || !mayBe(body.language2())) {
            return "a language that is none";
        }
        if (body.language2() != null
                && (body.language1() == null || body.language1().equals(body.language2()))) {
            return "a second language without a first"; // C01.FR.10, C01.FR.11
        }
        return body.evseIds() != null && body.evseIds().stream().anyMatch(evse -> evse <= 0)
                ? "an EVSE that is none"
                : null;
    }

    private static boolean mayBe(@Nullable String language) { // C01.FR.17
        return language == null || LanguageTag.isOne(language);
    }

    private static String reason(External external, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "It did not answer within " + external.deadline();
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "It cannot be asked: " + cause.getClass().getSimpleName();
    }

    private static Failed failed(Question question, String reason) {
        log.warn("the external authorizer failed for {}: {}", question.station(), reason);
        return new Failed(reason);
    }
}
