/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    @Test
    void aViewerReadsEverythingAndChangesNothing() {
        Caller viewer = caller("viewer");
        assertThat(viewer.may("stations:read")).isTrue();
        assertThat(viewer.may("commands:read")).isTrue();
        assertThat(viewer.may("stations:write")).isFalse();
        assertThat(viewer.may("command:Reset")).isFalse();
    }

    @Test
    void anOperatorActsOnStationsTokensAndTransactions() {
        Caller operator = caller("operator");
        assertThat(operator.may("stations:write")).isTrue();
        assertThat(operator.may("tokens:write")).isTrue();
        assertThat(operator.may("transactions:write")).isTrue();
        assertThat(operator.may("command:Reset")).isTrue();
        assertThat(operator.may("metrics:read")).isTrue();
        assertThat(operator.may("credentials:write")).isFalse();
    }

    @Test
    void anAdministratorMayEverything() {
        assertThat(caller("admin").may("credentials:write")).isTrue();
        assertThat(caller("admin").may("command:Reset")).isTrue();
    }

    @Test
    void otherRolesGiveNothing() {
        assertThat(Permissions.ofRoles(List.of("offline_access", "ADMIN", ""))).isEmpty();
    }

    @Test
    void scopesNarrowButNeverWiden() {
        Set<String> operator = Permissions.ofRoles(List.of("operator"));
        assertThat(Permissions.narrow(operator, List.of("tokens:read", "command:Reset")))
                .containsExactlyInAnyOrder("tokens:read", "command:Reset");
        assertThat(Permissions.narrow(operator, List.of("*:*"))).isEqualTo(operator);
        assertThat(Permissions.narrow(operator, List.of("credentials:write"))).isEmpty();
        assertThat(Permissions.narrow(operator, List.of("openid", "profile"))).isEqualTo(operator);
    }

    @Test
    void aWildcardInARequestGrantsNothing() {
        Caller one = new Caller("default", "me", Set.of("command:Reset"));
        assertThat(one.may("command:*")).isFalse();
        assertThat(one.may("command")).isFalse();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> one.require("command:UnlockConnector"));
        one.require("command:Reset");
    }

    private static Caller caller(String role) {
        return new Caller("default", "somebody", Permissions.ofRoles(List.of(role)));
    }
}
