/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import static io.ohmnibus.platform.web.TestService.json;
import static io.ohmnibus.platform.web.TestService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestEdgeIT {

    private static final String THING = "{\"name\":\"lamp\",\"size\":3}";

    @SuppressWarnings("NullAway.Init")
    private static TestService service;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        service = new TestService(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        assertThat(problem.path("title").asString()).isNotBlank();
        return problem;
    }

    private static HttpResponse<String> get(String token, String path) {
        return service.send(service.as(token, path));
    }

    @Nested
    class Tokens {

        @Test
        void noTokenIs401WithAChallenge() {
            HttpResponse<String> response = service.send(service.request("/me"));
            problem(response, 401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }

        @Test
        void aTokenOfTheIssuerIsAccepted() {
            HttpResponse<String> response = get(service.issuer.token("ann", "viewer"), "/me");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("\"tenant\":\"default\"", "\"subject\":\"ann\"");
        }

        @Test
        void anUnsignedTokenIs401() {
            problem(get(service.issuer.unsigned(), "/me"), 401);
        }

        @Test
        void aTokenOfAnotherKeyIs401() {
            problem(get(service.issuer.signedByAnother(_ -> {}), "/me"), 401);
        }

        @Test
        void aTokenForAnotherAudienceIs401() {
            problem(get(service.issuer.token(c -> c.audience("elsewhere")), "/me"), 401);
            problem(get(service.issuer.token(c -> c.audience((String) null)), "/me"), 401);
        }

        @Test
        void aTokenOfAnotherIssuerIs401() {
            problem(get(service.issuer.token(c -> c.issuer("https://other.test")), "/me"), 401);
        }

        @Test
        void anExpiredTokenIs401AndSoIsOneThatNeverExpires() {
            Date past = Date.from(Instant.now().minusSeconds(120));
            problem(get(service.issuer.token(c -> c.expirationTime(past)), "/me"), 401);
            problem(get(service.issuer.token(c -> c.expirationTime(null)), "/me"), 401);
        }

        @Test
        void garbageIs401() {
            problem(get("garbage", "/me"), 401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a/b", "../x"})
        void aTokenWithoutAUsableTenantIs403(String tenant) {
            problem(get(service.issuer.token(c -> c.claim("tenant", tenant)), "/me"), 403);
        }

        @Test
        void aTokenWithoutTenantIs403() {
            problem(get(service.issuer.token(c -> c.claim("tenant", null)), "/me"), 403);
        }
    }

    @Nested
    class PermissionsOfCallers {

        @Test
        void withoutTheRoleItIs403() {
            String viewer = service.issuer.token("vic", "viewer");
            problem(service.send(json(service.as(viewer, "/things"), "POST", THING)), 403);
            problem(get(service.issuer.token("nobody", "unheard-of"), "/me"), 403);
        }

        @Test
        void thePermissionIsCheckedBeforeTheBody() {
            String viewer = service.issuer.token("vic", "viewer");
            problem(service.send(json(service.as(viewer, "/things"), "POST", "{{{")), 403);
        }

        @Test
        void rolesOfKeycloakCount() {
            String token =
                    service.issuer.token(
                            c -> c.claim("realm_access", Map.of("roles", List.of("viewer"))));
            assertThat(get(token, "/me").statusCode()).isEqualTo(200);
        }

        @Test
        void aScopeNarrowsToOneCommand() {
            String token =
                    service.issuer.token(c ->
                            c.claim("roles", List.of("operator"))
                                    .claim("scope", "openid command:Reset"));
            HttpRequest.Builder reset =
                    service.as(token, "/commands/Reset").POST(BodyPublishers.noBody());
            HttpRequest.Builder unlock =
                    service.as(token, "/commands/UnlockConnector").POST(BodyPublishers.noBody());
            assertThat(service.send(reset).body()).isEqualTo("Reset");
            problem(service.send(unlock), 403);
            problem(get(token, "/me"), 403);
        }

        @Test
        void healthIsOpenAndTheDocumentationIsNot() {
            assertThat(service.send(service.request("/actuator/health")).statusCode())
                    .isEqualTo(200);
            assertThat(service.send(service.request("/actuator/health/readiness")).statusCode())
                    .isEqualTo(200);
            for (String path : List.of("/actuator/prometheus", "/openapi")) {
                problem(service.send(service.request(path)), 401);
                problem(get(service.issuer.token("x", "unheard-of"), path), 403);
                assertThat(get(service.issuer.token("v", "viewer"), path).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }

        @Test
        void otherOriginsGetNoHeaders() {
            HttpResponse<String> response =
                    service.send(service.operator("/me").header("Origin", "https://evil.test"));
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Nested
    class ProblemsOfRequests {

        @Test
        void anUnknownRouteIs404() {
            problem(service.send(service.operator("/nothing")), 404);
        }

        @Test
        void aMethodThatARouteDoesNotTakeIs405() {
            HttpResponse<String> response = service.send(service.operator("/made").DELETE());
            problem(response, 405);
            assertThat(response.headers().firstValue("Allow")).hasValue("GET");
        }

        @Test
        void anotherTypeOfBodyIs415() {
            problem(service.send(service.operator("/things").POST(text("x"))), 415);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "{", "[]", "nothing", "{\"name\":\"a\",\"name\":\"b\",\"size\":1}"})
        void anUnreadableBodyIs400(String body) {
            problem(service.send(json(service.operator("/things"), "POST", body)), 400);
        }

        @Test
        void anUnknownFieldIsNamed() {
            String body = "{\"name\":\"a\",\"size\":1,\"tenant\":\"other\"}";
            JsonNode problem =
                    problem(service.send(json(service.operator("/things"), "POST", body)), 400);
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("tenant");
        }

        @Test
        void everyFieldThatIsWrongIsListed() {
            String body = "{\"name\":\" \",\"size\":0}";
            JsonNode problem =
                    problem(service.send(json(service.operator("/things"), "POST", body)), 400);
            assertThat(problem.path("errors").findValuesAsString("field"))
                    .containsExactlyInAnyOrder("name", "size");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?value=x", "?value=1", "?value=4", "?value=4&color=red"})
        void aWrongParameterIsNamed(String query) {
            JsonNode problem = problem(service.send(service.operator("/numbers" + query)), 400);
            assertThat(problem.at("/errors/0/field").asString()).isIn("value", "color");
        }

        @Test
        void aBrokenRequirementIs422WithItsId() {
            HttpRequest.Builder request = service.operator("/rule").POST(BodyPublishers.noBody());
            JsonNode problem = problem(service.send(request), 422);
            assertThat(problem.path("requirement").asString()).isEqualTo("K01.FR.16");
            assertThat(problem.path("detail").asString()).contains("TxProfile");
        }

        @Test
        void aConflictInTheDatabaseIs409WithoutDetails() {
            HttpResponse<String> response =
                    service.send(service.operator("/duplicate").POST(BodyPublishers.noBody()));
            problem(response, 409);
            assertThat(response.body()).doesNotContain("secret");
        }

        @Test
        void whatNobodyExpectedIs500WithoutDetails() {
            HttpResponse<String> response =
                    service.send(service.operator("/broken").POST(BodyPublishers.noBody()));
            problem(response, 500);
            assertThat(response.body()).doesNotContain("secret", "Exception", "java");
        }

        @Test
        void aBodyAboveOneMebibyteIs413() {
            String large = "{\"name\":\"" + "x".repeat(1024 * 1024) + "\",\"size\":1}";
            problem(service.send(json(service.operator("/things"), "POST", large)), 413);
            problem(
                    service.send(
                            json(service.operator("/things"), "POST", large)
                                    .header("Idempotency-Key", "large")),
                    413);
        }
    }

    @Nested
    class OpenApi {

        @Test
        void theDocumentSaysWhatThePlatformAdds() {
            String token = service.issuer.token("v", "viewer");
            HttpResponse<String> response = get(token, "/openapi");
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode document = JsonMapper.shared().readTree(response.body());
            assertThat(document.path("openapi").asString()).startsWith("3.1");
            assertThat(document.at("/info/title").asString()).isEqualTo("Ohmnibus station-service");
            assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                    .isEqualTo("bearer");
            assertThat(document.at("/paths/~1me/get").has("parameters")).isFalse();
            JsonNode list = document.at("/paths/~1things/get");
            assertThat(list.path("parameters").findValuesAsString("name"))
                    .containsExactlyInAnyOrder("cursor", "limit");
            assertThat(list.path("description").asString()).contains("things:read");
            assertThat(list.at("/responses/default/content").has("application/problem+json"))
                    .isTrue();
            assertThat(list.path("responses").propertyNames())
                    .containsExactlyInAnyOrder("200", "400", "401", "403", "503", "default");
            assertThat(list.at("/responses/400/content/application~1problem+json/example"))
                    .isNotEmpty();
            assertThat(document.at("/paths/~1things/post/responses/409/description").asString())
                    .contains("Idempotency-Key");
            assertThat(document.at("/paths/~1things/post/parameters").findValuesAsString("name"))
                    .containsExactly("Idempotency-Key");
        }
    }

    @Nested
    class Pages {

        @Test
        void aListIsReadPageByPage() {
            JsonNode first = page("");
            assertThat(first.path("items").size()).isEqualTo(50);
            JsonNode second = page("?limit=100&cursor=" + first.path("next").asString());
            assertThat(second.path("items").size()).isEqualTo(70);
            assertThat(second.at("/items/0").asInt()).isEqualTo(50);
            assertThat(second.has("next")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "501", "abc", "", "99999999999"})
        void aLimitOutOfRangeIs400(String limit) {
            problem(service.send(service.operator("/things?limit=" + limit)), 400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "%00", "W10", "WyJhIl0", "bnVsbA", "W251bGxd", "e30"})
        void aCursorThatTheListDidNotGiveIs400(String cursor) {
            JsonNode problem =
                    problem(service.send(service.operator("/things?cursor=" + cursor)), 400);
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("cursor");
        }

        private JsonNode page(String query) {
            return JsonMapper.shared()
                    .readTree(service.send(service.operator("/things" + query)).body());
        }
    }

    @Nested
    class Csv {

        @Test
        void linesAreTakenAndTheWrongOnesReported() {
            HttpResponse<String> response =
                    csv("\ufeffname,size\r\nlamp,3\r\n\"two\nlines\",4\r\n,5\r\ndoor,6\r\n");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"imported\":3,\"errors\":[{\"line\":5,\"message\":\"has no name\"}]}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "name\nlamp", "name,name\n", "name,size\n\"open"})
        void whatIsNoCsvOfThisKindIs400(String body) {
            problem(csv(body), 400);
        }

        @Test
        void anImportMayBeLargerThanOtherBodiesUpTo10Mebibyte() {
            String line = "x".repeat(1021) + ",1\n";
            assertThat(csv("name,size\n" + line.repeat(3000)).statusCode()).isEqualTo(200);
            problem(csv("name,size\n" + line.repeat(10_500)), 413);
        }

        private HttpResponse<String> csv(String body) {
            return service.send(
                    service.operator("/imports")
                            .header("Content-Type", "text/csv")
                            .POST(text(body)));
        }
    }

    @Nested
    class Repetitions {

        @Test
        void theSameRequestGetsTheSameAnswerWithoutASecondEffect() {
            HttpResponse<String> first = post("k-1", THING);
            HttpResponse<String> second = post("k-1", THING);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            assertThat(second.headers().firstValue("Content-Type"))
                    .isEqualTo(first.headers().firstValue("Content-Type"));
            assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        }

        @Test
        void anAnswerWithoutBodyIsRepeatedToo() {
            HttpResponse<String> first = service.send(keyed("k-2", "/things/7").DELETE());
            int made = made();
            HttpResponse<String> second = service.send(keyed("k-2", "/things/7").DELETE());
            assertThat(first.statusCode()).isEqualTo(204);
            assertThat(second.statusCode()).isEqualTo(204);
            assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(made()).isEqualTo(made);
        }

        @Test
        void aProblemIsRepeatedToo() {
            problem(service.send(keyed("k-3", "/rule").POST(BodyPublishers.noBody())), 422);
            int made = made();
            HttpResponse<String> second =
                    service.send(keyed("k-3", "/rule").POST(BodyPublishers.noBody()));
            assertThat(problem(second, 422).path("requirement").asString()).isEqualTo("K01.FR.16");
            assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(made()).isEqualTo(made);
        }

        @Test
        void aKeyBelongsToOneRequestOnly() {
            assertThat(post("k-4", THING).statusCode()).isEqualTo(201);
            problem(post("k-4", "{\"name\":\"other\",\"size\":3}"), 422);
            problem(service.send(json(keyed("k-4", "/things"), "PUT", THING)), 422);
            problem(service.send(json(keyed("k-4", "/things?x=1"), "POST", THING)), 422);
        }

        @Test
        void aKeyBelongsToOneCaller() {
            assertThat(post("k-5", THING).statusCode()).isEqualTo(201);
            String other = service.issuer.token("operator-2", "operator");
            HttpResponse<String> response =
                    service.send(
                            json(service.as(other, "/things"), "POST", THING)
                                    .header("Idempotency-Key", "k-5"));
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Idempotent-Replayed")).isEmpty();
        }

        @Test
        void twoAtTheSameTimeRunOnce() {
            var waiting = service.bean(TestApplication.Waiting.class);
            var first = service.sendLater(keyed("k-6", "/slow").POST(BodyPublishers.noBody()));
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting.entered.get() == 1);
            problem(service.send(keyed("k-6", "/slow").POST(BodyPublishers.noBody())), 409);
            waiting.sink.tryEmitValue("done");
            assertThat(first.join().body()).isEqualTo("done");
            HttpResponse<String> third =
                    service.send(keyed("k-6", "/slow").POST(BodyPublishers.noBody()));
            assertThat(third.body()).isEqualTo("done");
            assertThat(waiting.entered).hasValue(1);
        }

        @Test
        void aFailureIsNotKept() {
            int before = made();
            problem(service.send(keyed("k-7", "/broken").POST(BodyPublishers.noBody())), 500);
            problem(service.send(keyed("k-7", "/broken").POST(BodyPublishers.noBody())), 500);
            assertThat(made()).isEqualTo(before + 2);
        }

        @Test
        void aClaimThatACrashLeftCanBeTakenAfterAMinute() {
            assertThat(post("k-8", THING).statusCode()).isEqualTo(201);
            abandon("k-8", 50);
            problem(post("k-8", THING), 409);
            abandon("k-8", 61);
            problem(post("k-8", "{\"name\":\"other\",\"size\":3}"), 422);
            HttpResponse<String> again = post("k-8", THING);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(post("k-8", THING).headers().firstValue("Idempotent-Replayed"))
                    .hasValue("true");
        }

        @Test
        void aKeyOfOtherCharactersIs400() {
            problem(post("two words", THING), 400);
            problem(post("x".repeat(256), THING), 400);
        }

        private HttpRequest.Builder keyed(String key, String path) {
            return service.operator(path).header("Idempotency-Key", key);
        }

        private HttpResponse<String> post(String key, String body) {
            return service.send(json(keyed(key, "/things"), "POST", body));
        }

        private int made() {
            return Integer.parseInt(service.send(service.operator("/made")).body());
        }

        private void abandon(String key, int seconds) {
            service.bean(DatabaseClient.class)
                    .sql(
                            "UPDATE idempotency_keys SET completed_at = NULL, status = NULL,"
                                    + " created_at = now() - :seconds * interval '1 second'"
                                    + " WHERE key = :key")
                    .bind("seconds", seconds)
                    .bind("key", key)
                    .then()
                    .block(Duration.ofSeconds(10));
        }
    }
}
