/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvReport;
import io.ohmnibus.platform.web.CsvReport.LineError;
import io.ohmnibus.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokenImportResourceTest {

    private static final Caller CALLER = new Caller("default", "tester", Set.of("tokens:write"));
    private static final List<String> COLUMNS =
            List.of("id", "type", "status", "group", "validUntil");

    private final FakeTokens tokens = new FakeTokens();
    private final TokenImportResource resource = new TokenImportResource(tokens);

    @Test
    void takesTheGoodLinesAndReportsTheOthers() {
        CsvReport report =
                resource.importTokens(
                                CALLER,
                                new CsvBody(
                                        COLUMNS,
                                        List.of(
                                                row(
                                                        2,
                                                        "A",
                                                        "Accepted",
                                                        "2030-01-01T00:00:00+01:00"),
                                                row(3, "B", "Sleeping", "2030-01-01T00:00:00Z"),
                                                row(4, "C", "Blocked", "tomorrow"))))
                        .block();

        assertThat(report)
                .isEqualTo(
                        new CsvReport(
                                1,
                                List.of(
                                        new LineError(3, "status is not a status of a token"),
                                        new LineError(4, "validUntil is not a time with a zone"))));
        Token token = tokens.find(TokenKey.of("default", "ISO14443", "a")).block();
        assertThat(token).isNotNull();
        assertThat(token.group()).isEqualTo(new Token.Group("FAMILY", "Central"));
        assertThat(token.validity().until()).isEqualTo(Instant.parse("2029-12-31T23:00:00Z"));
    }

    @Test
    void needsItsColumns() {
        assertThatThrownBy(
                        () -> resource.importTokens(CALLER, new CsvBody(List.of("id"), List.of())))
                .isInstanceOf(Problem.class);
    }

    private static CsvBody.Row row(long line, String id, String status, String validUntil) {
        return new CsvBody.Row(
                line,
                Map.of(
                        "id",
                        id,
                        "type",
                        "ISO14443",
                        "status",
                        status,
                        "group",
                        "FAMILY",
                        "validUntil",
                        validUntil));
    }
}
