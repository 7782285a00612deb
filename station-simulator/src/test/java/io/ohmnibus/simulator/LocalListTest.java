/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionResponse;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.UpdateEnum;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The local list of a station, and who charges by it (D01, D02, C13). */
class LocalListTest {

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);
    private final Station station =
            Station.builder("CS001")
                    .url(csms.url())
                    .set("LocalAuthListCtrlr", "ItemsPerMessage", "2")
                    .build();

    @BeforeEach
    void boots() {
        station.connect();
        station.boot(BootReasonEnum.POWER_UP);
    }

    @AfterEach
    void everyFrameWasValid() {
        station.close();
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private static AuthorizationData listed(String id, AuthorizationStatusEnum status) {
        return new AuthorizationData(token(id), Authorization.info(status), null);
    }

    private static AuthorizationData removed(String id) {
        return new AuthorizationData(token(id), null, null);
    }

    private static IdToken token(String id) {
        return new IdToken(null, id, "ISO14443", null);
    }

    private static SendLocalListRequest update(
            UpdateEnum type, int version, AuthorizationData... entries) {
        return new SendLocalListRequest(
                entries.length == 0 ? null : Arrays.asList(entries), version, type, null);
    }

    private SendLocalListStatusEnum send(
            UpdateEnum type, int version, AuthorizationData... entries) {
        return csms.call(update(type, version, entries), SendLocalListResponse.class).status();
    }

    private int version() {
        return csms.call(new GetLocalListVersionRequest(null), GetLocalListVersionResponse.class)
                .versionNumber();
    }

    @Test
    void keepsTheListThatItIsSentAndKnowsItsVersion() {
        assertThat(version()).isZero();
        assertThat(send(UpdateEnum.FULL, 3, listed("A", AuthorizationStatusEnum.ACCEPTED)))
                .isEqualTo(SendLocalListStatusEnum.ACCEPTED);
        assertThat(send(UpdateEnum.DIFFERENTIAL, 3, removed("A")))
                .isEqualTo(SendLocalListStatusEnum.VERSION_MISMATCH);
        assertThat(
                        send(
                                UpdateEnum.DIFFERENTIAL,
                                4,
                                removed("A"),
                                listed("B", AuthorizationStatusEnum.BLOCKED)))
                .isEqualTo(SendLocalListStatusEnum.ACCEPTED);
        assertThat(version()).isEqualTo(4);
        assertThat(station.model().get("LocalAuthListCtrlr", "Entries")).isEqualTo("1");

        assertThat(send(UpdateEnum.FULL, 5)).isEqualTo(SendLocalListStatusEnum.ACCEPTED);
        assertThat(station.model().get("LocalAuthListCtrlr", "Entries")).isEqualTo("0");
        station.model().set("LocalAuthListCtrlr", "Enabled", "", "false");
        assertThat(version()).isZero();
        assertThat(send(UpdateEnum.FULL, 6)).isEqualTo(SendLocalListStatusEnum.FAILED);
    }

    @Test
    void refusesMoreThanItTakesInOneMessage() {
        var many =
                update(
                        UpdateEnum.FULL,
                        1,
                        listed("A", AuthorizationStatusEnum.ACCEPTED),
                        listed("B", AuthorizationStatusEnum.ACCEPTED),
                        listed("C", AuthorizationStatusEnum.ACCEPTED));

        assertThat(csms.ask(many))
                .isInstanceOfSatisfying(
                        Frame.CallError.class,
                        e ->
                                assertThat(e.error().code())
                                        .isEqualTo(OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION));
    }

    @Test
    void letsChargeOfflineWhomTheListNames() {
        send(
                UpdateEnum.FULL,
                1,
                listed("A", AuthorizationStatusEnum.ACCEPTED),
                listed("B", AuthorizationStatusEnum.BLOCKED));
        station.goOffline();

        assertThat(station.authorization().ask(token("a")).status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        assertThat(station.authorization().ask(token("B")).status())
                .isEqualTo(AuthorizationStatusEnum.BLOCKED);
        assertThat(station.authorization().ask(token("C")).status())
                .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
        station.model().set("AuthCtrlr", "LocalAuthorizeOffline", "", "false");
        assertThat(station.authorization().ask(token("A")).status())
                .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
    }
}
