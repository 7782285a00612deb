/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import java.util.Set;

/** The types of security events that the appendices of Part 2 list, and how grave they are. */
final class SecurityEventTypes {

    private static final Set<String> CRITICAL =
            Set.of(
                    "FirmwareUpdated",
                    "SettingSystemTime",
                    "StartupOfTheDevice",
                    "ResetOrReboot",
                    "SecurityLogWasCleared",
                    "MemoryExhaustion",
                    "TamperDetectionActivated",
                    "InvalidFirmwareSignature",
                    "InvalidFirmwareSigningCertificate",
                    "InvalidCsmsCertificate",
                    "InvalidChargingStationCertificate",
                    "DiscardedRenewedClientCertificate",
                    "InvalidTLSVersion",
                    "InvalidTLSCipherSuite",
                    "MaintenanceLoginAccepted",
                    "MaintenanceLoginFailed");
    private static final Set<String> NOT_CRITICAL =
            Set.of(
                    "FailedToAuthenticateAtCsms",
                    "CsmsFailedToAuthenticate",
                    "ReconfigurationOfSecurityParameters",
                    "InvalidMessages",
                    "AttemptedReplayAttacks");

    private SecurityEventTypes() {}

    /** What nobody can judge is taken to be grave. */
    static boolean critical(String type) {
        return !NOT_CRITICAL.contains(type);
    }

    /** The type where it is listed, otherwise {@code other}: stations cannot make up labels. */
    static String label(String type) {
        return CRITICAL.contains(type) || NOT_CRITICAL.contains(type) ? type : "other";
    }
}
