/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.allowance.HoursDocument;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TokenGroupDocumentTest {

    private static TokenGroupDocument document(
            @Nullable String id,
            @Nullable String parent,
            @Nullable String status,
            @Nullable Integer priority) {
        return new TokenGroupDocument(
                id,
                parent,
                status,
                priority,
                Map.of("CS-1", List.of(priority == null ? 1 : 0)),
                priority == null ? null : new HoursDocument(null, List.of()),
                null,
                null);
    }

    @Test
    void isAcceptedWhenNothingElseIsSaid() {
        TokenGroup group = document(null, "Company", null, null).group("Team");

        assertThat(group)
                .returns("Team", TokenGroup::groupId)
                .returns("Company", TokenGroup::parent)
                .returns(AuthorizationStatusEnum.ACCEPTED, TokenGroup::status)
                .returns(false, TokenGroup::masterPass);
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThatThrownBy(() ->
                        document("Other", "x".repeat(37), "Unknown", 10).group("y".repeat(37)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.getBody().toString())
                                        .contains(
                                                "groupId",
                                                "parentGroupId",
                                                "status",
                                                "chargingPriority",
                                                "allowedAt",
                                                "allowedHours"));
    }
}
