/** The carriage by rail, water or air as it comes over HTTP (art. 251.1.2 to 251.1.4). */
import type {
  AirFlight,
  AirPassenger,
  AirWaybill,
  CrewMember,
  OnBoard,
  RailCarriage,
  SeaPassenger,
  ShipsStore,
  WaterVoyage,
} from './carriage.js';
import {
  DATE,
  DECIMAL,
  ListedCount,
  ListedForm,
  ListedParts,
  ListedText,
  ListedTexts,
  ListedYesOrNo,
  POINT,
  PORT,
} from './listed-field.dto.js';

export class RailCarriageDto implements RailCarriage {
  @ListedText(100)
  stationOfDeparture?: string;

  @ListedText(100)
  stationOfDestination?: string;
}

export class OnBoardDto implements OnBoard {
  @ListedYesOrNo()
  mail?: boolean;

  @ListedYesOrNo()
  currency?: boolean;

  @ListedYesOrNo()
  medicines?: boolean;

  @ListedYesOrNo()
  weapons?: boolean;
}

class ShipsStoreDto implements ShipsStore {
  @ListedText(200)
  name?: string;

  @ListedForm(DECIMAL)
  quantity?: string;
}

class CrewMemberDto implements CrewMember {
  @ListedText(200)
  name?: string;

  @ListedText(100)
  position?: string;
}

class SeaPassengerDto implements SeaPassenger {
  @ListedText(200)
  names?: string;

  @ListedForm(/^[A-Z]{2}$/)
  citizenship?: string;

  @ListedForm(DATE)
  birthDate?: string;

  @ListedText(200)
  birthPlace?: string;

  @ListedForm(PORT)
  portOn?: string;

  @ListedForm(PORT)
  portOff?: string;
}

export class WaterVoyageDto implements WaterVoyage {
  @ListedText(100)
  vesselRegistration?: string;

  @ListedForm(/^[A-Z]{2}$/)
  flag?: string;

  @ListedText(200)
  vesselName?: string;

  @ListedText(500)
  vesselDescription?: string;

  @ListedText(200)
  masterName?: string;

  @ListedText(300)
  shipAgentName?: string;

  @ListedText(500)
  shipAgentAddress?: string;

  @ListedForm(PORT)
  portOfDeparture?: string;

  @ListedForm(PORT)
  portOfArrival?: string;

  @ListedForm(PORT)
  portOfLoading?: string;

  @ListedForm(PORT)
  portOfUnloading?: string;

  @ListedForm(PORT)
  originalPortOfShipment?: string;

  @ListedForm(DECIMAL)
  goodsTotalQuantity?: string;

  @ListedTexts(999)
  billsOfLading?: string[];

  @ListedYesOrNo()
  goodsStayOnBoard?: boolean;

  @ListedTexts(50)
  onwardUnloadingPorts?: string[];

  @ListedParts(() => ShipsStoreDto, 999)
  stores?: ShipsStoreDto[];

  @ListedText(1000)
  stowageDescription?: string;

  @ListedCount(10000)
  crewCount?: number;

  @ListedParts(() => CrewMemberDto, 10000)
  crew?: CrewMemberDto[];

  @ListedCount(10000)
  passengerCount?: number;

  @ListedParts(() => SeaPassengerDto, 10000)
  passengers?: SeaPassengerDto[];
}

class AirWaybillDto implements AirWaybill {
  @ListedText(50)
  number?: string;

  @ListedCount(1000000)
  pieces?: number;
}

class AirPassengerDto implements AirPassenger {
  @ListedText(100)
  surname?: string;

  @ListedText(20)
  initials?: string;

  @ListedForm(POINT)
  pointOn?: string;

  @ListedForm(POINT)
  pointOff?: string;
}

export class AirFlightDto implements AirFlight {
  @ListedText(10)
  nationalityMark?: string;

  @ListedText(20)
  registrationMark?: string;

  @ListedText(20)
  flightNumber?: string;

  @ListedTexts(50)
  route?: string[];

  @ListedForm(POINT)
  pointOfDeparture?: string;

  @ListedForm(POINT)
  pointOfArrival?: string;

  @ListedText(300)
  operatorName?: string;

  @ListedParts(() => AirWaybillDto, 999)
  airWaybills?: AirWaybillDto[];

  @ListedForm(POINT)
  pointOfLoading?: string;

  @ListedForm(POINT)
  pointOfUnloading?: string;

  @ListedForm(DECIMAL)
  storesLoaded?: string;

  @ListedForm(DECIMAL)
  storesUnloaded?: string;

  @ListedCount(1000)
  crewCount?: number;

  @ListedCount(1000)
  passengerCount?: number;

  @ListedParts(() => AirPassengerDto, 1000)
  passengers?: AirPassengerDto[];
}
