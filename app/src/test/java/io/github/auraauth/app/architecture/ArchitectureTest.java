package io.github.auraauth.app.architecture;

/**
 * Every sentence of the house style that a machine can check, one named test each. A test first shows that its rule
 * catches a broken fixture, then that the house keeps it.
 */
class ArchitectureTest
        implements LayerRules,
                DriverRules,
                PurityRules,
                PortRules,
                ValueRules,
                OutcomeRules,
                NameRules,
                StatusRules,
                SourceRules,
                PackageInfoRules,
                PomRules {}
