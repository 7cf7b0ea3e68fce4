/** What only one mode of transport tells of its carriage (art. 251.1.2 to 251.1.4). Whatever is listed may be missing. */

/** Rail, art. 251.1.4. */
export interface RailCarriage {
  readonly stationOfDeparture?: string;
  readonly stationOfDestination?: string;
}

/** Sea or river, art. 251.1.2: the vessel, its voyage and what lies on board. Ports are UN/LOCODE. */
export interface WaterVoyage {
  readonly vesselRegistration?: string;
  readonly flag?: string;
  readonly vesselName?: string;
  readonly vesselDescription?: string;
  readonly masterName?: string;
  readonly shipAgentName?: string;
  readonly shipAgentAddress?: string;
  readonly portOfDeparture?: string;
  readonly portOfArrival?: string;
  readonly portOfLoading?: string;
  readonly portOfUnloading?: string;
  readonly originalPortOfShipment?: string;
  /** Decimal, in the unit of the transport papers. */
  readonly goodsTotalQuantity?: string;
  readonly billsOfLading?: readonly string[];
  readonly goodsStayOnBoard?: boolean;
  readonly onwardUnloadingPorts?: readonly string[];
  /** An empty list says that there are none. */
  readonly stores?: readonly ShipsStore[];
  readonly stowageDescription?: string;
  readonly crewCount?: number;
  readonly crew?: readonly CrewMember[];
  readonly passengerCount?: number;
  readonly passengers?: readonly SeaPassenger[];
}

export interface ShipsStore {
  readonly name?: string;
  readonly quantity?: string;
}

export interface CrewMember {
  readonly name?: string;
  readonly position?: string;
}

export interface SeaPassenger {
  readonly names?: string;
  readonly citizenship?: string;
  readonly birthDate?: string;
  readonly birthPlace?: string;
  readonly portOn?: string;
  readonly portOff?: string;
}

/** Air, art. 251.1.3: the aircraft, its flight and what is on board. Points are IATA codes. */
export interface AirFlight {
  readonly nationalityMark?: string;
  readonly registrationMark?: string;
  readonly flightNumber?: string;
  readonly route?: readonly string[];
  readonly pointOfDeparture?: string;
  readonly pointOfArrival?: string;
  readonly operatorName?: string;
  readonly airWaybills?: readonly AirWaybill[];
  readonly pointOfLoading?: string;
  readonly pointOfUnloading?: string;
  /** Decimal, kg. */
  readonly storesLoaded?: string;
  /** Decimal, kg. */
  readonly storesUnloaded?: string;
  /** The number only: names of the crew are not asked (R-ARR-048). */
  readonly crewCount?: number;
  readonly passengerCount?: number;
  readonly passengers?: readonly AirPassenger[];
}

export interface AirWaybill {
  readonly number?: string;
  readonly pieces?: number;
}

export interface AirPassenger {
  readonly surname?: string;
  readonly initials?: string;
  readonly pointOn?: string;
  readonly pointOff?: string;
}

/** Vessel and aircraft say yes or no to each of these (R-ARR-050). */
export interface OnBoard {
  readonly mail?: boolean;
  /** Crew's currency and valuables. */
  readonly currency?: boolean;
  /** Drugs, potent and poisonous substances. */
  readonly medicines?: boolean;
  /** Arms and ammunition. */
  readonly weapons?: boolean;
}
