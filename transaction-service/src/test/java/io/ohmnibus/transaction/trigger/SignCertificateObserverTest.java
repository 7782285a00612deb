/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SignCertificateObserverTest {

    private final Seen seen = new Seen();

    private void came(@Nullable CertificateSigningUseEnum use) {
        new SignCertificateObserver(seen)
                .observe(Seen.STATION, new SignCertificateRequest("csr", use, null, null, null))
                .block();
    }

    private void seen(MessageTriggerEnum... triggers) {
        assertThat(seen.all())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(triggers)
                                .map(trigger -> Seen.of(trigger, null, null))
                                .toList());
        seen.all().clear();
    }

    @Test
    void seesWhatMayHaveBeenTriggered() {
        came(CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE);
        seen(
                MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE,
                MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE);
        came(CertificateSigningUseEnum.V2G_CERTIFICATE);
        seen(MessageTriggerEnum.SIGN_V2G_CERTIFICATE, MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE);
        came(CertificateSigningUseEnum.V2G20_CERTIFICATE);
        seen(MessageTriggerEnum.SIGN_V2G20_CERTIFICATE);
    }

    @Test
    void oneForAllUsesMayBeAnyOfThem() {
        came(null);
        seen(
                MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE,
                MessageTriggerEnum.SIGN_V2G_CERTIFICATE,
                MessageTriggerEnum.SIGN_V2G20_CERTIFICATE,
                MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE);
    }
}
