/** The result of a control as it comes over HTTP. What the act has to hold may be missing here: the law refuses it. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type ControlStatus, type ExaminationNotice } from './control.js';
import {
  type AbsenceReason,
  ABSENCE_REASONS,
  type ControlResult,
  type DiscrepancyKind,
  DISCREPANCY_KINDS,
  type DocumentFindings,
  type Evidence,
  EVIDENCE_KINDS,
  type ItemResult,
  PRESENT_ROLES,
  type PresentRole,
  type SealCheck,
} from './control-result.js';

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

class OfficerDto {
  @IsString()
  @MaxLength(200)
  name: string;

  @IsString()
  @MaxLength(200)
  position: string;
}

class PresentPersonDto {
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(PRESENT_ROLES)
  role: PresentRole;
}

class WitnessDto {
  @IsString()
  @Length(1, 200)
  name: string;

  @IsString()
  @Length(1, 500)
  address: string;
}

class EvidenceDto implements Evidence {
  @IsIn(EVIDENCE_KINDS)
  kind: Evidence['kind'];

  @IsString()
  @Length(1, 500)
  reference: string;

  @IsString()
  @MaxLength(64)
  sha256: string;
}

class ItemResultDto implements ItemResult {
  @IsInt()
  @Min(0)
  @Max(999)
  itemNumber: number;

  @IsIn(['CONFORMS', 'DISCREPANCY'])
  outcome: 'CONFORMS' | 'DISCREPANCY';

  @IsOptional()
  @IsIn(DISCREPANCY_KINDS)
  kind?: DiscrepancyKind;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  text?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  evidence: string[] = [];

  @IsOptional()
  @Matches(DECIMAL)
  grossWeightKg?: string;

  @IsOptional()
  @Matches(DECIMAL)
  netWeightKg?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  packageCount?: number;
}

class SealCheckDto implements SealCheck {
  @IsString()
  @Length(1, 60)
  number: string;

  @IsIn(['INTACT', 'BROKEN', 'MISSING'])
  found: SealCheck['found'];

  @IsIn(['KEPT', 'REMOVED', 'REPLACED', 'APPLIED'])
  action: SealCheck['action'];

  @IsOptional()
  @IsString()
  @MaxLength(60)
  newNumber?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  reportNumber?: string;
}

class DocumentFindingsDto implements DocumentFindings {
  @IsOptional()
  @IsBoolean()
  genuine?: boolean;

  @IsOptional()
  @IsBoolean()
  dataTrue?: boolean;

  @IsOptional()
  @IsBoolean()
  filledProperly?: boolean;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  comparedWith: string[] = [];
}

export class ControlResultDto implements ControlResult {
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => OfficerDto)
  officers: OfficerDto[] = [];

  @IsString()
  @MaxLength(300)
  place: string;

  @Type(() => Date)
  @IsDate()
  startedAt: Date;

  @Type(() => Date)
  @IsDate()
  endedAt: Date;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PresentPersonDto)
  presentPersons: PresentPersonDto[] = [];

  @IsOptional()
  @IsIn(ABSENCE_REASONS)
  absenceReason?: AbsenceReason;

  @IsBoolean()
  personUnknown: boolean = false;

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => WitnessDto)
  witnesses: WitnessDto[] = [];

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ItemResultDto)
  items: ItemResultDto[] = [];

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => EvidenceDto)
  evidence: EvidenceDto[] = [];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SealCheckDto)
  seals: SealCheckDto[] = [];

  /** For a document check. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DocumentFindingsDto)
  documents?: DocumentFindingsDto;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  statements?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  copyHandedTo?: string;
}

export class ExaminationNoticeDto implements ExaminationNotice {
  /** The person that was told. */
  @IsString()
  @Length(1, 300)
  person: string;

  @IsString()
  @Length(1, 300)
  place: string;

  @Type(() => Date)
  @IsDate()
  startsAt: Date;
}

export class ControlsQuery {
  @IsOptional()
  @IsIn(['OPEN', 'COMPLETED', 'CANCELLED'])
  status?: ControlStatus;

  @IsOptional()
  @IsUUID()
  subjectId?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
