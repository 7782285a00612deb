/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What was measured; Import is from grid to vehicle, Export from vehicle to grid. */
public enum MeasurandEnum implements WireEnum {
    CURRENT_EXPORT("Current.Export"),
    @Since(OcppVersion.V2_1)
    CURRENT_EXPORT_OFFERED("Current.Export.Offered"),
    @Since(OcppVersion.V2_1)
    CURRENT_EXPORT_MINIMUM("Current.Export.Minimum"),
    CURRENT_IMPORT("Current.Import"),
    @Since(OcppVersion.V2_1)
    CURRENT_IMPORT_OFFERED("Current.Import.Offered"),
    @Since(OcppVersion.V2_1)
    CURRENT_IMPORT_MINIMUM("Current.Import.Minimum"),
    CURRENT_OFFERED("Current.Offered"),
    @Since(OcppVersion.V2_1)
    DISPLAY_PRESENT_SOC("Display.PresentSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_MINIMUM_SOC("Display.MinimumSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_TARGET_SOC("Display.TargetSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_MAXIMUM_SOC("Display.MaximumSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_REMAINING_TIME_TO_MINIMUM_SOC("Display.RemainingTimeToMinimumSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_REMAINING_TIME_TO_TARGET_SOC("Display.RemainingTimeToTargetSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_REMAINING_TIME_TO_MAXIMUM_SOC("Display.RemainingTimeToMaximumSOC"),
    @Since(OcppVersion.V2_1)
    DISPLAY_CHARGING_COMPLETE("Display.ChargingComplete"),
    @Since(OcppVersion.V2_1)
    DISPLAY_BATTERY_ENERGY_CAPACITY("Display.BatteryEnergyCapacity"),
    @Since(OcppVersion.V2_1)
    DISPLAY_INLET_HOT("Display.InletHot"),
    ENERGY_ACTIVE_EXPORT_INTERVAL("Energy.Active.Export.Interval"),
    ENERGY_ACTIVE_EXPORT_REGISTER("Energy.Active.Export.Register"),
    ENERGY_ACTIVE_IMPORT_INTERVAL("Energy.Active.Import.Interval"),
    ENERGY_ACTIVE_IMPORT_REGISTER("Energy.Active.Import.Register"),
    @Since(OcppVersion.V2_1)
    ENERGY_ACTIVE_IMPORT_CABLE_LOSS("Energy.Active.Import.CableLoss"),
    @Since(OcppVersion.V2_1)
    ENERGY_ACTIVE_IMPORT_LOCAL_GENERATION_REGISTER("Energy.Active.Import.LocalGeneration.Register"),
    ENERGY_ACTIVE_NET("Energy.Active.Net"),
    @Since(OcppVersion.V2_1)
    ENERGY_ACTIVE_SETPOINT_INTERVAL("Energy.Active.Setpoint.Interval"),
    ENERGY_APPARENT_EXPORT("Energy.Apparent.Export"),
    ENERGY_APPARENT_IMPORT("Energy.Apparent.Import"),
    ENERGY_APPARENT_NET("Energy.Apparent.Net"),
    ENERGY_REACTIVE_EXPORT_INTERVAL("Energy.Reactive.Export.Interval"),
    ENERGY_REACTIVE_EXPORT_REGISTER("Energy.Reactive.Export.Register"),
    ENERGY_REACTIVE_IMPORT_INTERVAL("Energy.Reactive.Import.Interval"),
    ENERGY_REACTIVE_IMPORT_REGISTER("Energy.Reactive.Import.Register"),
    ENERGY_REACTIVE_NET("Energy.Reactive.Net"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_TARGET("EnergyRequest.Target"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_MINIMUM("EnergyRequest.Minimum"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_MAXIMUM("EnergyRequest.Maximum"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_MINIMUM_V2X("EnergyRequest.Minimum.V2X"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_MAXIMUM_V2X("EnergyRequest.Maximum.V2X"),
    @Since(OcppVersion.V2_1)
    ENERGY_REQUEST_BULK("EnergyRequest.Bulk"),
    FREQUENCY("Frequency"),
    POWER_ACTIVE_EXPORT("Power.Active.Export"),
    POWER_ACTIVE_IMPORT("Power.Active.Import"),
    @Since(OcppVersion.V2_1)
    POWER_ACTIVE_SETPOINT("Power.Active.Setpoint"),
    @Since(OcppVersion.V2_1)
    POWER_ACTIVE_RESIDUAL("Power.Active.Residual"),
    @Since(OcppVersion.V2_1)
    POWER_EXPORT_MINIMUM("Power.Export.Minimum"),
    @Since(OcppVersion.V2_1)
    POWER_EXPORT_OFFERED("Power.Export.Offered"),
    POWER_FACTOR("Power.Factor"),
    @Since(OcppVersion.V2_1)
    POWER_IMPORT_OFFERED("Power.Import.Offered"),
    @Since(OcppVersion.V2_1)
    POWER_IMPORT_MINIMUM("Power.Import.Minimum"),
    POWER_OFFERED("Power.Offered"),
    POWER_REACTIVE_EXPORT("Power.Reactive.Export"),
    POWER_REACTIVE_IMPORT("Power.Reactive.Import"),
    SOC("SoC"),
    VOLTAGE("Voltage"),
    @Since(OcppVersion.V2_1)
    VOLTAGE_MINIMUM("Voltage.Minimum"),
    @Since(OcppVersion.V2_1)
    VOLTAGE_MAXIMUM("Voltage.Maximum");

    private final String wireName;

    MeasurandEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
