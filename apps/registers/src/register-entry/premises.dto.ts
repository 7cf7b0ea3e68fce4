/** The place of a warehouse as its inspection found it. */
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Premises, TitleKind } from './premises.js';

const LONGEST_RETENTION = 3650;

class InspectionSiteDto {
  @IsBoolean()
  coveredPart: boolean;

  @IsBoolean()
  light: boolean;

  @IsBoolean()
  filmedRoundTheClock: boolean;

  @IsInt()
  @Min(0)
  @Max(LONGEST_RETENTION)
  videoRetentionDays: number;
}

export class PremisesDto implements Premises {
  @IsString()
  @Length(1, 500)
  address: string;

  @IsIn(['OWNERSHIP', 'ECONOMIC_MANAGEMENT', 'OPERATIONAL_MANAGEMENT', 'LEASE', 'NONE'])
  titleKind: TitleKind;

  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  leaseTo?: string;

  @IsBoolean()
  vehicleGateControl: boolean;

  @IsBoolean()
  personGateControl: boolean;

  @IsBoolean()
  gatesFilmedRoundTheClock: boolean;

  @IsInt()
  @Min(0)
  @Max(LONGEST_RETENTION)
  gateVideoRetentionDays: number;

  @IsBoolean()
  handlingEquipment: boolean;

  @IsBoolean()
  certifiedScales: boolean;

  @IsBoolean()
  gasStored: boolean;

  @IsBoolean()
  gasMeters: boolean;

  @IsBoolean()
  accessRoadsServiceable: boolean;

  @IsObject()
  @ValidateNested()
  @Type(() => InspectionSiteDto)
  inspectionSite: InspectionSiteDto;

  @IsBoolean()
  zoneSigns: boolean;

  @IsBoolean()
  asphalt: boolean;

  @IsBoolean()
  foreignBuildings: boolean;

  @IsBoolean()
  singleComplexOneFence: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  inspectionReport?: string;
}
