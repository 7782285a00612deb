/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.auth.token.TokenDocument.GroupIdToken;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.CsvReport;
import io.ohmnibus.platform.web.CsvReport.LineError;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes tokens from a CSV file; importing it again changes nothing. */
@RestController
class TokenImportResource {

    private static final int BATCH = 500;

    private final Tokens tokens;

    TokenImportResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Adds or replaces the tokens of the lines that are right, and reports those that are not. The
     * columns are id, type and status, and if wanted group and validUntil (ISO 8601 with zone).
     */
    @Operation(
            summary =
                    "Adds or replaces the tokens of the lines that are right, and reports those that are not")
    @PostMapping(path = "/tokens/import", consumes = "text/csv")
    @RequiresPermission("tokens:write")
    Mono<CsvReport> importTokens(Caller caller, @RequestBody CsvBody file) {
        file.requireColumns("id", "type", "status");
        List<Token> good = new ArrayList<>();
        List<LineError> bad = new ArrayList<>();
        for (CsvBody.Row row : file.rows()) {
            read(row, good, bad);
        }
        return Flux.fromIterable(good)
                .buffer(BATCH)
                .concatMap(batch -> tokens.save(caller.tenant(), batch))
                .then(Mono.fromSupplier(() -> new CsvReport(good.size(), bad)));
    }

    private static void read(CsvBody.Row row, List<Token> good, List<LineError> bad) {
        try {
            TokenDocument entered = document(row);
            List<Violation> violations = TokenRules.violations(entered);
            if (violations.isEmpty()) {
                good.add(TokenRules.token(entered));
            } else {
                bad.add(new LineError(row.line(), text(violations)));
            }
        } catch (DateTimeException e) {
            bad.add(new LineError(row.line(), "validUntil is not a time with a zone"));
        }
    }

    private static TokenDocument document(CsvBody.Row row) {
        String group = row.get("group");
        return new TokenDocument(
                row.get("id"),
                row.get("type"),
                row.get("status"),
                null,
                time(row.get("validUntil")),
                group == null ? null : new GroupIdToken(group, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static String text(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(Collectors.joining("; "));
    }
}
