/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class TokenResourceTest {

    private static final Caller CALLER = new Caller("default", "tester", Set.of("tokens:*"));
    private static final Caller STRANGER = new Caller("other", "tester", Set.of("tokens:*"));

    private final TokenResource resource = new TokenResource(new FakeTokens());

    private static TokenDocument document(@Nullable String id, @Nullable String status) {
        String type = id == null ? null : "ISO14443";
        return new TokenDocument(
                id, type, status, null, null, null, null, null, null, null, null, null, null);
    }

    private static void failsWith(int status, Mono<?> answer) {
        assertThatThrownBy(answer::block)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(status));
    }

    @Test
    void createsATokenOnce() {
        assertThat(resource.create(CALLER, document("A1", "Blocked")).block())
                .extracting(TokenDocument::status)
                .isEqualTo("Blocked");

        failsWith(409, resource.create(CALLER, document("a1", "Accepted")));
    }

    @Test
    void hidesTheTokensOfOtherTenants() { // A44
        resource.create(CALLER, document("A1", null)).block();

        failsWith(404, resource.get(STRANGER, "ISO14443", "A1"));
        failsWith(404, resource.replace(STRANGER, "ISO14443", "A1", document(null, "Blocked")));
        failsWith(404, resource.delete(STRANGER, "ISO14443", "A1"));
        assertThat(resource.get(CALLER, "ISO14443", "a1").block()).isNotNull();
    }

    @Test
    void replacesTheTokenOfThePathOnly() {
        resource.create(CALLER, document("A1", null)).block();

        assertThat(resource.replace(CALLER, "ISO14443", "A1", document(null, "Expired")).block())
                .extracting(TokenDocument::status)
                .isEqualTo("Expired");
        assertThatThrownBy(
                        () -> resource.replace(CALLER, "ISO14443", "A1", document("B2", "Expired")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void deletesAToken() {
        resource.create(CALLER, document("A1", null)).block();

        resource.delete(CALLER, "ISO14443", "A1").block();

        failsWith(404, resource.delete(CALLER, "ISO14443", "A1"));
    }
}
