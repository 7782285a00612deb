/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.trigger;

import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.trigger.TriggeredMessages.Came;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees signing requests come that were triggered. One that does not say what its certificate is for
 * is for all of it; a combined one may also come in two.
 */
@UseCase("F06")
final class SignCertificateObserver implements BatchCallObserver<SignCertificateRequest> {

    private static final Set<MessageTriggerEnum> TRIGGERS =
            Set.of(
                    MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE,
                    MessageTriggerEnum.SIGN_V2G_CERTIFICATE,
                    MessageTriggerEnum.SIGN_V2G20_CERTIFICATE,
                    MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE);

    private final TriggeredMessages triggered;

    SignCertificateObserver(TriggeredMessages triggered) {
        this.triggered = triggered;
    }

    @Override
    public Mono<Void> observeAll(List<Received<SignCertificateRequest>> messages) {
        return Flux.fromIterable(TRIGGERS)
                .concatMap(trigger -> came(trigger, answering(trigger, messages)))
                .then();
    }

    private Mono<Void> came(MessageTriggerEnum trigger, List<Came> messages) {
        return messages.isEmpty() ? Mono.empty() : triggered.came(trigger, messages);
    }

    private static List<Came> answering(
            MessageTriggerEnum trigger, List<Received<SignCertificateRequest>> messages) {
        return messages.stream()
                .filter(message -> answers(trigger, message.message().certificateType()))
                .map(Came::of)
                .toList();
    }

    private static boolean answers(
            MessageTriggerEnum trigger, @Nullable CertificateSigningUseEnum use) {
        if (use == null) {
            return true;
        }
        return switch (use) {
            case CHARGING_STATION_CERTIFICATE ->
                    trigger == MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE
                            || trigger == MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE;
            case V2G_CERTIFICATE ->
                    trigger == MessageTriggerEnum.SIGN_V2G_CERTIFICATE
                            || trigger == MessageTriggerEnum.SIGN_COMBINED_CERTIFICATE;
            case V2G20_CERTIFICATE -> trigger == MessageTriggerEnum.SIGN_V2G20_CERTIFICATE;
        };
    }
}
